package dev.countersign.model.trace;

import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.Park;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/// An agent or a tool at work in this thread, until it is closed.
public final class WorkSpan implements AutoCloseable {
  private final Span span;
  private final Scope scope;
  private final boolean content;

  /// Its scope is closed where it is itself.
  @SuppressWarnings("MustBeClosedChecker")
  WorkSpan(Span span, boolean content) {
    this.span = span;
    this.scope = span.makeCurrent();
    this.content = content;
  }

  /// How an agent ended, and after how much.
  public void outcome(String how, int turns, int toolUses) {
    span.setAttribute(Names.OUTCOME, how);
    span.setAttribute(Names.TURNS, (long) turns);
    span.setAttribute(Names.TOOL_USES, (long) toolUses);
  }

  /// @param told what the model reads of it
  public void found(String told) {
    if (content) span.setAttribute(Names.TOOL_RESULT, told);
  }

  /// @param fault its stable name
  public void refused(String fault, String told) {
    failed(fault);
    found(told);
  }

  /// The try ended early. To wait is no fault.
  public void broke(RuntimeException why) {
    switch (why) {
      case Park park -> span.setAttribute(Names.WAITS_FOR, park.reason().wireName());
      case ModelFault fault -> failed(fault.kind().wireName());
      default -> failed(why.getClass().getName());
    }
  }

  @Override
  public void close() {
    scope.close();
    span.end();
  }

  private void failed(String type) {
    span.setStatus(StatusCode.ERROR);
    span.setAttribute(Names.ERROR, type);
  }
}

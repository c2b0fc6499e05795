package dev.countersign.model.trace;

import dev.countersign.model.ToolCall;
import dev.countersign.workflow.StepContext;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/// One span for each try of an agent's step, and below it one for each use of a tool; what is
/// stored already is not done again, and has none.
@ApplicationScoped
public class AgentSpans {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");
  private final Tracing tracing;

  public AgentSpans(Tracing tracing) {
    this.tracing = tracing;
  }

  /// All spans of this thread until it is closed are below it.
  ///
  /// @param version of the agent's prompt
  public WorkSpan agent(StepContext context, String name, int version) {
    var span =
        tracing
            .tracer()
            .spanBuilder("invoke_agent " + name)
            .setSpanKind(SpanKind.INTERNAL)
            .setAttribute(Names.OPERATION, "invoke_agent")
            .setAttribute(Names.PROVIDER, "openai")
            .setAttribute(Names.AGENT, name)
            .setAttribute(Names.AGENT_VERSION, String.valueOf(version))
            .setAttribute(Names.OUTPUT_TYPE, "json")
            .setAttribute(Names.JOB, context.job().value())
            .setAttribute(Names.REVISION, (long) context.revision())
            .startSpan();
    return new WorkSpan(span, tracing.content());
  }

  /// @param name `unknown` for what is none of the agent's tools: a model's word is content
  public WorkSpan tool(ToolCall call, String name, String agent) {
    var span =
        tracing
            .tracer()
            .spanBuilder("execute_tool " + name)
            .setSpanKind(SpanKind.INTERNAL)
            .setAttribute(Names.OPERATION, "execute_tool")
            .setAttribute(Names.TOOL, name)
            .setAttribute(Names.TOOL_TYPE, "function")
            .setAttribute(Names.AGENT, agent)
            .startSpan();
    if (ID.matcher(call.id()).matches()) span.setAttribute(Names.TOOL_CALL, call.id());
    if (tracing.content()) span.setAttribute(Names.TOOL_ARGUMENTS, call.arguments());
    return new WorkSpan(span, tracing.content());
  }
}

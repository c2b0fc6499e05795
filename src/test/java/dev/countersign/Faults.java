package dev.countersign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Breaks a process at one of its writes, and counts what it asks of the services. One instance is
/// one process: give it to all of its clients.
///
/// ```java
/// var faults = new Faults();
/// var dynamo = TestServices.dynamoDbBuilder()
///     .overrideConfiguration(c -> c.addExecutionInterceptor(faults)).build();
/// faults.dieBefore(3);
/// ```
public final class Faults implements ExecutionInterceptor {
  private static final Set<String> WRITES =
      Set.of(
          "UpdateItem",
          "PutItem",
          "DeleteItem",
          "TransactWriteItems",
          "PutObject",
          "DeleteObject",
          "SendMessage");
  private final List<String> asked = new ArrayList<>();
  private int writes;
  private int dieBefore = -1;
  private int dieAfter = -1;
  private int loseReply = -1;
  private boolean dead;

  /// The process ended there; nothing that it calls answers any more, and no `catch` of an
  /// exception sees it.
  public static final class Died extends Error {
    private static final long serialVersionUID = 1L;

    Died(String where) {
      super(where);
    }
  }

  /// The process ends when it is about to make its `n`th write (from 1).
  public synchronized void dieBefore(int n) {
    dieBefore = n;
  }

  /// The process ends when its `n`th write was made, before it learns so.
  public synchronized void dieAfter(int n) {
    dieAfter = n;
  }

  /// The first reply to the `n`th write is lost, and the client asks again.
  public synchronized void loseReply(int n) {
    loseReply = n;
  }

  public synchronized boolean died() {
    return dead;
  }

  public synchronized int writes() {
    return writes;
  }

  /// The operations asked for so far, e.g. `TransactWriteItems`, again counted once.
  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  public synchronized void forget() {
    asked.clear();
    writes = 0;
  }

  @Override
  public synchronized void beforeExecution(
      Context.BeforeExecution context, ExecutionAttributes attributes) {
    var operation = operation(attributes);
    if (dead) throw new Died("dead already: " + operation);
    if (WRITES.contains(operation) && ++writes == dieBefore) die("before write " + writes);
    asked.add(operation);
  }

  @Override
  public synchronized void afterTransmission(
      Context.AfterTransmission context, ExecutionAttributes attributes) {
    if (!WRITES.contains(operation(attributes)) || writes != loseReply) return;
    loseReply = -1;
    throw RetryableException.create("the reply was lost");
  }

  @Override
  public synchronized void afterExecution(
      Context.AfterExecution context, ExecutionAttributes attributes) {
    if (WRITES.contains(operation(attributes)) && writes == dieAfter) die("after write " + writes);
  }

  /// Every way to break a process that makes so many writes.
  public static Stream<Fault> each(int writes) {
    return Stream.iterate(1, n -> n <= writes, n -> n + 1)
        .flatMap(n -> Stream.of(Kind.values()).map(kind -> new Fault(kind, n)));
  }

  public enum Kind {
    DIE_BEFORE,
    DIE_AFTER,
    LOSE_REPLY
  }

  /// One break of one process.
  public record Fault(Kind kind, int write) {
    public void in(Faults process) {
      switch (kind) {
        case DIE_BEFORE -> process.dieBefore(write);
        case DIE_AFTER -> process.dieAfter(write);
        case LOSE_REPLY -> process.loseReply(write);
      }
    }
  }

  private void die(String where) {
    dead = true;
    throw new Died(where);
  }

  private static String operation(ExecutionAttributes attributes) {
    @Nullable String name = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    return name == null ? "" : name;
  }
}

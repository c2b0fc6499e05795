package dev.countersign.worker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Ends a process, as far as its services can tell, right before or right after one of its writes:
/// from then on none of its requests goes out. Also keeps the requests that did.
final class BreakingPoint implements ExecutionInterceptor {
  /// The process is gone.
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  enum Side {
    BEFORE,
    AFTER
  }

  private static final Set<String> WRITES =
      Set.of(
          "UpdateItem", "TransactWriteItems", "PutItem", "DeleteItem", "PutObject", "SendMessage");
  private static final ExecutionAttribute<Integer> NUMBER = new ExecutionAttribute<>("write");

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final int breaksAt;
  private final Side side;
  private int writes;
  private volatile boolean dead;

  private BreakingPoint(int breaksAt, Side side) {
    this.breaksAt = breaksAt;
    this.side = side;
  }

  static BreakingPoint never() {
    return new BreakingPoint(0, Side.BEFORE);
  }

  /// @param write counted from 1
  static BreakingPoint at(int write, Side side) {
    return new BreakingPoint(write, side);
  }

  boolean dead() {
    return dead;
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  synchronized int writes() {
    return writes;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (dead) throw new Crash();
    var name = context.request().getClass().getSimpleName().replace("Request", "");
    if (WRITES.contains(name)) {
      int number = count();
      attributes.putAttribute(NUMBER, number);
      if (number == breaksAt && side == Side.BEFORE) die();
    }
    requests.add(name);
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    var number = attributes.getAttribute(NUMBER);
    if (number != null && number == breaksAt && side == Side.AFTER) die();
  }

  private synchronized int count() {
    return ++writes;
  }

  /// Ends the process while it waits for somebody else's answer.
  void dieMeanwhile() {
    dead = true;
  }

  private void die() {
    dead = true;
    throw new Crash();
  }
}

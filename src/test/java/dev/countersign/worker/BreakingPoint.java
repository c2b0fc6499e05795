package dev.countersign.worker;

import dev.countersign.model.Providers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Ends a process, as far as its services can tell, right before, during or right after one of its
/// writes or outgoing calls: from then on none of its requests goes out. Also keeps the requests
/// that did, and what there was to break at.
final class BreakingPoint implements ExecutionInterceptor, Providers.Outside {
  /// The process is gone.
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  enum Side {
    BEFORE,
    /// The receiver has it, and the process dies before it hears of that.
    DURING,
    AFTER
  }

  /// Where a process can end.
  ///
  /// @param number counted from 1
  /// @param name of the request, or of the call
  /// @param heard whether something outside got it that can tell
  record Point(int number, String name, boolean heard) {
    Stream<Place> places() {
      var sides = heard ? EnumSet.allOf(Side.class) : EnumSet.of(Side.BEFORE, Side.AFTER);
      return sides.stream().map(side -> new Place(this, side));
    }
  }

  record Place(Point point, Side side) {
    BreakingPoint breaking() {
      return at(point.number, side);
    }

    @Override
    public String toString() {
      return "%s %d: %s".formatted(side, point.number, point.name);
    }
  }

  /// Whatever is not one of these is a write.
  private static final Set<String> READS =
      Set.of(
          "GetItem",
          "BatchGetItem",
          "Query",
          "GetObject",
          "HeadObject",
          "ListObjectsV2",
          "ReceiveMessage");

  private static final ExecutionAttribute<Integer> NUMBER = new ExecutionAttribute<>("write");

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> names = Collections.synchronizedList(new ArrayList<>());
  private final Set<Integer> heard = Collections.synchronizedSet(new HashSet<>());
  private final int breaksAt;
  private final String breaksBefore;
  private final Side side;
  private volatile int calling;
  private volatile boolean dead;

  private BreakingPoint(int breaksAt, String breaksBefore, Side side) {
    this.breaksAt = breaksAt;
    this.breaksBefore = breaksBefore;
    this.side = side;
  }

  static BreakingPoint never() {
    return at(0, Side.BEFORE);
  }

  /// Right before the first write or call of that name.
  static BreakingPoint beforeFirst(String name) {
    return new BreakingPoint(0, name, Side.BEFORE);
  }

  /// @param number of the write or call, from 1
  static BreakingPoint at(int number, Side side) {
    return new BreakingPoint(number, "", side);
  }

  boolean dead() {
    return dead;
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  /// The names of the writes and calls there were.
  List<String> names() {
    return List.copyOf(names);
  }

  /// Everywhere that it could have ended.
  Stream<Place> places() {
    return IntStream.rangeClosed(1, names.size())
        .mapToObj(n -> new Point(n, names.get(n - 1), heard.contains(n)))
        .flatMap(Point::places);
  }

  /// How many of its calls somebody outside got.
  int heard() {
    return heard.size();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (dead) throw new Crash();
    var name = context.request().getClass().getSimpleName().replace("Request", "");
    if (!READS.contains(name)) attributes.putAttribute(NUMBER, reached(name));
    requests.add(name);
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    var number = attributes.getAttribute(NUMBER);
    if (number != null) passed(number);
  }

  /// A write that was refused is over, too.
  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    var number = attributes.getAttribute(NUMBER);
    if (number != null && !dead) passed(number);
  }

  /// An outgoing call of the process, which may not survive it.
  <T> T calling(String name, Callable<T> call) {
    if (dead) throw new Crash();
    int number = reached(name);
    calling = number;
    T answer;
    try {
      answer = call.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    if (dead) throw new Crash();
    passed(number);
    return answer;
  }

  @Override
  public <T> T call(Supplier<T> request) {
    return calling("Provider", request::get);
  }

  /// A receiver has got something of the process and has not answered yet.
  void heardOutside() {
    int number = calling;
    heard.add(number);
    if (number == breaksAt && side == Side.DURING) dead = true;
  }

  private int reached(String name) {
    int number;
    synchronized (names) {
      names.add(name);
      number = names.size();
    }
    if ((number == breaksAt && side == Side.BEFORE) || name.equals(breaksBefore)) die();
    return number;
  }

  private void passed(int number) {
    if (number == breaksAt && side == Side.AFTER) die();
  }

  private void die() {
    dead = true;
    throw new Crash();
  }
}

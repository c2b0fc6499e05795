package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.Park;
import dev.countersign.workflow.Retriable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FanOutTest {
  private final FanOut fanOut = new FanOut(3);

  @Test
  void results_come_in_the_order_of_the_items() throws Exception {
    var items = IntStream.range(0, 50).boxed().toList();

    assertThat(fanOut.each(items, i -> i * 2)).isEqualTo(items.stream().map(i -> i * 2).toList());
  }

  @Test
  void never_more_than_the_most_are_worked_on_at_a_time() throws Exception {
    var now = new AtomicInteger();
    var most = new AtomicInteger();

    fanOut.each(
        IntStream.range(0, 30).boxed().toList(),
        i -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          now.decrementAndGet();
          return i;
        });

    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void one_failure_does_not_keep_the_other_items_from_being_done() {
    var done = new ConcurrentSkipListSet<Integer>();

    assertThatThrownBy(() ->
            fanOut.each(
                List.of(1, 2, 3, 4),
                i -> {
                  if (i == 2) throw new Retriable("busy", null);
                  done.add(i);
                  return i;
                }))
        .isInstanceOf(Retriable.class);
    assertThat(done).containsExactly(1, 3, 4);
  }

  @Test
  void a_fatal_failure_counts_before_one_that_another_try_may_not_have() {
    assertThatThrownBy(() ->
            fanOut.each(
                List.of(1, 2),
                i -> {
                  if (i == 1) throw new Retriable("busy", null);
                  throw Fatal.badInput("unreadable", "send it again");
                }))
        .isInstanceOf(Fatal.class);
  }

  @Test
  void a_wait_counts_only_where_nothing_failed_and_then_the_shortest() {
    var first = Instant.parse("2026-03-02T10:00:10Z");
    assertThatThrownBy(() -> fanOut.each(List.of(3, 1, 2), i -> waits(first.plusSeconds(i))))
        .isInstanceOfSatisfying(
            Park.class, park -> assertThat(park.until()).isEqualTo(first.plusSeconds(1)));
    assertThatThrownBy(() ->
            fanOut.each(
                List.of(1, 2),
                i -> {
                  if (i == 1) waits(first);
                  throw new Retriable("busy", null);
                }))
        .isInstanceOf(Retriable.class);
  }

  private static int waits(Instant until) {
    throw Park.forCapacity(until);
  }
}

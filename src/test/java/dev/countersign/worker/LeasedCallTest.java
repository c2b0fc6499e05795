package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeasedCallTest {
  private static final Duration SOON = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofMinutes(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  @Test
  void what_the_call_returns_is_handed_on() {
    var end = new LeasedCall(LONG, () -> true).make("step", LONG, () -> "result");

    assertThat(end).isEqualTo(new LeasedCall.End.Returned<>("result"));
  }

  @Test
  void what_the_call_throws_is_handed_on() {
    var fault = new IllegalStateException("no");

    var end =
        new LeasedCall(LONG, () -> true)
            .make(
                "step",
                LONG,
                () -> {
                  throw fault;
                });

    assertThat(end).isEqualTo(new LeasedCall.End.Threw<>(fault));
  }

  @Test
  void a_call_that_overruns_is_interrupted() throws Exception {
    var end = new LeasedCall(LONG, () -> true).make("step", SOON, this::untilInterrupted);

    assertThat(end).isEqualTo(new LeasedCall.End.TimedOut<>(SOON));
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_call_is_interrupted_at_the_first_heartbeat_that_finds_the_lease_gone() throws Exception {
    var beats = new AtomicInteger();

    var end =
        new LeasedCall(SOON, () -> beats.incrementAndGet() < 3)
            .make("step", LONG, this::untilInterrupted);

    assertThat(end).isEqualTo(new LeasedCall.End.LeaseLost<>());
    assertThat(beats).hasValue(3);
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_heartbeat_that_cannot_be_told_is_tried_again() {
    var beats = new AtomicInteger();
    var enough = new CountDownLatch(2);

    var end =
        new LeasedCall(
                SOON,
                () -> {
                  beats.incrementAndGet();
                  enough.countDown();
                  throw new IllegalStateException("table not reached");
                })
            .make("step", LONG, () -> enough.await(10, TimeUnit.SECONDS));

    assertThat(end).isEqualTo(new LeasedCall.End.Returned<>(true));
    assertThat(beats.get()).isGreaterThanOrEqualTo(2);
  }

  private String untilInterrupted() throws InterruptedException {
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }
}

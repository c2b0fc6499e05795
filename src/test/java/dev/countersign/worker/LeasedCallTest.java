package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeasedCallTest {
  private static final Duration SOON = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofMinutes(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final Lingering lingering = new Lingering();

  @Test
  void what_the_call_returns_is_handed_on() {
    var end = new LeasedCall(LONG, () -> true, lingering).make("step", LONG, () -> "result");

    assertThat(end).isEqualTo(new LeasedCall.End.Returned<>("result"));
  }

  @Test
  void what_the_call_throws_is_handed_on() {
    var fault = new IllegalStateException("no");

    var end =
        new LeasedCall(LONG, () -> true, lingering)
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
    var end =
        new LeasedCall(LONG, () -> true, lingering).make("step", SOON, this::untilInterrupted);

    assertThat(end).isEqualTo(new LeasedCall.End.TimedOut<>(SOON));
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_call_is_interrupted_at_the_first_heartbeat_that_finds_the_lease_gone() throws Exception {
    var beats = new AtomicInteger();

    var end =
        new LeasedCall(SOON, () -> beats.incrementAndGet() < 3, lingering)
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
                },
                lingering)
            .make("step", LONG, () -> enough.await(10, TimeUnit.SECONDS));

    assertThat(end).isEqualTo(new LeasedCall.End.Returned<>(true));
    assertThat(beats.get()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void when_an_overrunning_call_is_given_up_its_thread_has_ended() {
    new LeasedCall(LONG, () -> true, lingering).make("overrun-1", SOON, this::untilInterrupted);

    assertThat(alive("overrun-1")).isEmpty();
    assertThat(lingering.any()).isFalse();
  }

  @Test
  void a_call_that_does_not_heed_its_interrupt_is_known_until_it_ends() throws Exception {
    var release = new CountDownLatch(1);
    var impatient = new Lingering(SOON);

    new LeasedCall(LONG, () -> true, impatient).make("overrun-2", SOON, () -> stubborn(release));

    assertThat(impatient.any()).isTrue();
    var thread = alive("overrun-2").getFirst();
    release.countDown();
    thread.join();
    assertThat(impatient.any()).isFalse();
  }

  private static List<Thread> alive(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .toList();
  }

  private static String stubborn(CountDownLatch release) {
    while (!released(release)) Thread.onSpinWait();
    return "at last";
  }

  private static boolean released(CountDownLatch release) {
    try {
      release.await();
      return true;
    } catch (InterruptedException _) {
      return false;
    }
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

package dev.countersign.worker;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobState;
import dev.countersign.model.trace.TestTracing;
import dev.countersign.store.TakeAnswer;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Lambda freezes a process as soon as it has answered; whatever went on in it would be cut in two.
class FreezeTest {
  private final TestEngine engine = new TestEngine();
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void close() throws IOException {
    never.countDown();
    engine.close();
  }

  @Test
  void after_the_answer_no_thread_of_ours_is_left() {
    engine.workflows.replace("two", FreezeTest::fansOut);
    engine.submitted(TrialWorkflows.trivial());
    var before = ours();

    engine.startBeating().workOff();

    assertThat(ours()).isEqualTo(before);
  }

  @Test
  void not_even_after_a_step_that_was_told_to_stop() {
    engine.workflows.replace(
        "overrun",
        context -> {
          context.each(List.of(1, 2, 3), String::valueOf, Integer.class, this::waits);
          return StepResult.Done.nothing();
        });
    var id = engine.submitted(TrialWorkflows.hasty());
    var before = ours();

    engine.startBeating().on(id);

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Waiting.class);
    assertThat(ours()).isEqualTo(before);
  }

  @Test
  void a_function_whose_step_does_not_end_answers_nothing_and_ends() {
    engine.workflows.replace("overrun", _ -> deaf());
    var id = engine.submitted(TrialWorkflows.hasty());
    var message = engine.queue.receive().getFirst();
    var ended = new AtomicInteger();

    engine.start().on(ending(ended)).deliver(message);

    assertThat(ended).hasValue(1);
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Waiting.class);
    assertThat(engine.queue.receive()).as("its message comes again").isNotEmpty();
  }

  @Test
  void a_process_of_our_own_goes_on_without_that_step() {
    engine.workflows.replace("overrun", _ -> deaf());
    engine.submitted(TrialWorkflows.hasty());
    var message = engine.queue.receive().getFirst();

    assertThat(engine.start().deliver(message)).isTrue();
  }

  /// What it stores after it was given up is refused, because another worker has the fence.
  @Test
  void a_step_that_goes_on_after_another_worker_took_over_stores_nothing() {
    var id = engine.submitted(TrialWorkflows.trivial());
    var job = engine.store.jobs().take(id, "first", engine.clock.instant());
    assertThat(job).isInstanceOf(TakeAnswer.Held.class);
    var held = ((TakeAnswer.Held) job).job();
    engine.clock.advance(Duration.ofMinutes(2));
    engine.store.jobs().take(id, "second", engine.clock.instant());

    var stored = engine.store.checkpoints().writePart(held, "one", "a", "1");

    assertThat(stored).isFalse();
    assertThat(engine.store.checkpoints().parts(id, "one", 1)).isEmpty();
  }

  private static Host ending(AtomicInteger ended) {
    return new Host(true, TestTracing.NONE) {
      @Override
      void halt() {
        ended.incrementAndGet();
      }
    };
  }

  private static StepResult fansOut(StepContext context) {
    context.each(List.of(1, 2, 3, 4, 5), String::valueOf, Integer.class, i -> i * 2);
    return StepResult.Done.nothing();
  }

  private int waits(int item) throws InterruptedException {
    never.await();
    return item;
  }

  /// Does not heed its interrupt.
  private StepResult deaf() {
    while (!ended()) Thread.onSpinWait();
    return StepResult.Done.nothing();
  }

  private boolean ended() {
    try {
      never.await();
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }

  /// Without those that the JDK and the SDK keep for kept connections and do nothing by themselves.
  private static Set<String> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name ->
            name.startsWith("job_")
                || name.startsWith("fx_")
                || name.startsWith("fan-out")
                || name.startsWith("read-source")
                || name.startsWith("pool-"))
        .collect(toSet());
  }
}

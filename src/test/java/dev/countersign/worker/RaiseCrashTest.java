package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.TestServices;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import dev.countersign.job.JobMachine;
import dev.countersign.job.JobState;
import dev.countersign.job.Spending;
import dev.countersign.job.Spending.OnExhausted;
import dev.countersign.job.Verdict;
import dev.countersign.store.NewJob;
import dev.countersign.worker.BreakingPoint.Crash;
import dev.countersign.worker.BreakingPoint.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Ends whoever raises a job's budget, and the worker that takes it over, right before and right
/// after each of their writes.
@Tag("crash")
class RaiseCrashTest {
  private static final String BY = "submitter@local.example";

  /// Lease, the budget's item, reservation and call, question, words, answer and cost.
  private static final int WRITES = 6;

  static Stream<Arguments> writes() {
    return IntStream.rangeClosed(1, WRITES)
        .boxed()
        .flatMap(
            write -> Stream.of(Side.BEFORE, Side.AFTER).map(side -> Arguments.of(write, side)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Side.class,
      names = {"BEFORE", "AFTER"})
  void a_raise_is_made_whole_or_not_at_all(Side side) throws IOException {
    try (var engine = new TestEngine()) {
      var id = outOfMoney(engine);
      var before = engine.job(id);
      var moved = (Verdict.Moved) JobMachine.apply(before, raised(engine));
      var breaking = BreakingPoint.at(1, side);
      try {
        engine.processStore(breaking).jobs().commit(before, moved, List.of());
      } catch (Crash _) {
        assertThat(breaking.dead()).isTrue();
      }

      if (side == Side.BEFORE) assertThat(engine.job(id)).isEqualTo(before);
      else
        assertThat(JobMachine.apply(engine.job(id), raised(engine)))
            .isInstanceOf(Verdict.Ignored.class);
      if (side == Side.BEFORE) engine.moved(before, raised(engine), List.of());
      goOn(engine, id);

      assertRaisedOnce(engine, id);
    }
  }

  @ParameterizedTest
  @MethodSource("writes")
  void a_worker_that_dies_over_a_raised_budget_neither_loses_nor_doubles_it(int write, Side side)
      throws IOException {
    try (var engine = new TestEngine()) {
      var id = outOfMoney(engine);
      engine.moved(engine.job(id), raised(engine), List.of());
      var breaking = BreakingPoint.at(write, side);
      try {
        engine.start(breaking).workOff();
      } catch (Crash _) {
        assertThat(breaking.dead()).isTrue();
      }
      assertThat(breaking.dead()).as("the process reached that write").isTrue();
      goOn(engine, id);

      assertRaisedOnce(engine, id);
    }
  }

  /// One question was asked and paid, and the budget has no room for the second.
  private static JobId outOfMoney(TestEngine engine) {
    var workflow = TrialWorkflows.trivial();
    var plan = workflow.plan().spending(Spending.upTo("0.04", "1.00", OnExhausted.ASK));
    var submission = new Job.Submission("Trial", Map.of(), plan);
    var id = engine.store.ids().job();
    var job = Job.submitted(id, BY, workflow.ref(), submission, engine.clock.instant());
    engine.store.jobs().create(job, new NewJob(null, List.of()));
    engine.queue.through(TestServices.sqs()).send(job, Duration.ZERO);
    engine.workflows.replace("one", context -> BudgetExhaustedTest.byRuleIfNeeded(context, 2));
    engine.start().workOff();
    assertThat(engine.job(id).state()).isInstanceOf(JobState.Failed.class);
    return id;
  }

  private static JobEvent.RetryAsked raised(TestEngine engine) {
    return new JobEvent.RetryAsked(engine.clock.instant(), BY, new BigDecimal("0.50"));
  }

  private static void goOn(TestEngine engine, JobId id) {
    var process = engine.start().workOff();
    for (int i = 0; i < 20 && !(engine.job(id).state() instanceof JobState.Completed); i++) {
      engine.clock.advance(Duration.ofMinutes(2));
      process.sweep.run(TimeLeft.UNLIMITED);
      process.workOff();
    }
  }

  private static void assertRaisedOnce(TestEngine engine, JobId id) {
    engine.clock.advance(Duration.ofHours(1));
    engine.start().sweep.run(TimeLeft.UNLIMITED);
    var job = engine.job(id);
    var budget = engine.store.money().ofJob(id).orElseThrow();
    assertThat(job.state()).isInstanceOf(JobState.Completed.class);
    assertThat(Objects.requireNonNull(job.plan().spending()).most()).isEqualByComparingTo("0.50");
    assertThat(budget.most()).isEqualByComparingTo("0.50");
    assertThat(budget.held()).isZero();
    assertThat(budget.spent()).isLessThanOrEqualTo(budget.most());
    assertThat(engine.timeline(id)).containsOnlyOnce("retry_asked");
    assertThat(engine.models.asked().size()).as("one repeat at most").isBetween(2, 3);
  }
}

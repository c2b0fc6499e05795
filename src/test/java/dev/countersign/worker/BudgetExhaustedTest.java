package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.TestServices;
import dev.countersign.job.Failure;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.job.Plan;
import dev.countersign.job.Raise;
import dev.countersign.job.Spending;
import dev.countersign.job.Spending.OnExhausted;
import dev.countersign.store.Balance;
import dev.countersign.store.NewJob;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.ModelTask;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A job whose money is used up: each question here can cost 0.032 USD and costs 0.0102.
class BudgetExhaustedTest {
  private static final String FOR_TWO = "0.05";
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  @Test
  void where_the_contract_says_stop_no_step_can_go_on() {
    var id = submitted(OnExhausted.STOP, FOR_TWO, "0.20");
    engine.workflows.replace("one", context -> byRuleIfNeeded(context, 4));

    engine.start().workOff();

    var failure = failure(id);
    assertThat(failure.kind()).isEqualTo(Failure.Kind.BUDGET_EXHAUSTED);
    assertThat(failure.message()).contains("The job's budget", "$0.05", "$0.0296 of it", "$0.032");
    assertThat(failure.remedy()).contains("at most $0.20");
    assertThat(Raise.askedBy(engine.job(id))).isEmpty();
    assertThat(engine.models.asked()).hasSize(2);
  }

  @Test
  void where_it_says_rules_the_step_goes_on_without_a_model() {
    var id = submitted(OnExhausted.RULES, FOR_TWO, "0.20");
    engine.workflows.replace("one", context -> byRuleIfNeeded(context, 4));

    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.models.asked()).hasSize(2);
    assertThat(balance(id).spent()).isEqualByComparingTo("0.0204");
    assertThat(balance(id).held()).isZero();
  }

  @Test
  void where_it_says_ask_it_stops_until_a_person_lets_it_spend_more() {
    var id = submitted(OnExhausted.ASK, FOR_TWO, "0.20");
    engine.workflows.replace("one", context -> byRuleIfNeeded(context, 4));
    engine.start().workOff();

    var asked = Raise.askedBy(engine.job(id)).orElseThrow();
    assertThat(failure(id).remedy()).contains("submitter or an operator", "{\"budget\": \"0.10\"}");
    raise(id, asked.to());
    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.models.asked()).as("nothing is asked twice").hasSize(4);
    assertThat(balance(id).most()).isEqualByComparingTo("0.10");
    assertThat(balance(id).spent()).isEqualByComparingTo("0.0408");
  }

  @Test
  void a_raise_that_is_too_small_is_asked_for_again() {
    var id = submitted(OnExhausted.ASK, FOR_TWO, "0.20");
    engine.workflows.replace("one", context -> byRuleIfNeeded(context, 4));
    engine.start().workOff();

    raise(id, new BigDecimal("0.06"));
    engine.start().workOff();

    assertThat(Raise.askedBy(engine.job(id)).orElseThrow().from()).isEqualByComparingTo("0.06");
    assertThat(engine.models.asked()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(OnExhausted.class)
  void parts_at_the_same_time_never_spend_more(OnExhausted then) {
    var id = submitted(then, "0.10", "0.20");
    engine.workflows.replace(
        "one",
        context -> {
          var items = IntStream.range(0, 12).boxed().toList();
          context.each(items, i -> "part-" + i, String.class, i -> word(context, i));
          return StepResult.Done.with(new ModelCallTest.Word("done"));
        });

    for (int i = 0; i < 20 && going(id); i++) workAndWait();

    assertThat(engine.job(id).state())
        .isInstanceOf(then == OnExhausted.RULES ? JobState.Completed.class : JobState.Failed.class);
    assertThat(balance(id).spent()).isLessThanOrEqualTo(new BigDecimal("0.10"));
    assertThat(balance(id).held()).isZero();
    assertThat(engine.models.asked().size()).isBetween(3, 9);
  }

  @Test
  void a_job_never_spends_more_than_the_deployment_allows_whatever_it_was_promised() {
    engine.modelConfig = engine.modelConfig.withBudget("0.04");
    var id = submitted(OnExhausted.ASK, "1.00", "2.00");
    engine.workflows.replace("one", context -> byRuleIfNeeded(context, 4));

    engine.start().workOff();

    assertThat(failure(id).remedy()).contains("countersign.model.budget.job");
    assertThat(Raise.askedBy(engine.job(id))).as("no raise would help").isEmpty();
    assertThat(engine.models.asked()).hasSize(1);
  }

  @Test
  void a_job_that_asks_no_model_has_no_money_for_one() {
    var id = submitted(Spending.NOTHING);
    engine.workflows.replace("one", context -> byRuleIfNeeded(context, 1));

    engine.start().workOff();

    assertThat(failure(id).kind()).isEqualTo(Failure.Kind.BUDGET_EXHAUSTED);
    assertThat(engine.models.asked()).isEmpty();
  }

  @Test
  void a_job_from_before_contracts_were_kept_has_the_deployment_s_money() {
    engine.modelConfig = engine.modelConfig.withBudget("0.04");
    var id = submitted(null);
    engine.workflows.replace("one", context -> byRuleIfNeeded(context, 4));

    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(engine.models.asked()).hasSize(1);
  }

  private JobId submitted(OnExhausted then, String most, String limit) {
    return submitted(Spending.upTo(most, limit, then));
  }

  private JobId submitted(@Nullable Spending spending) {
    var workflow = TrialWorkflows.trivial();
    var plan = workflow.plan();
    var its =
        spending == null
            ? new Plan(plan.steps(), plan.redraft(), plan.workLimit())
            : plan.spending(spending);
    var job =
        Job.submitted(
            engine.store.ids().job(),
            "submitter@local.example",
            workflow.ref(),
            new Job.Submission("Trial", Map.of(), its),
            engine.clock.instant());
    engine.store.jobs().create(job, new NewJob(null, List.of()));
    engine.queue.through(TestServices.sqs()).send(job, Duration.ZERO);
    return job.id();
  }

  /// Asks as many questions; goes on without an answer where it is let.
  static StepResult byRuleIfNeeded(StepContext context, int questions) {
    for (int i = 0; i < questions; i++) word(context, i);
    return StepResult.Done.with(new ModelCallTest.Word("done"));
  }

  private static String word(StepContext context, int number) {
    var task =
        new ModelTask<>(
            "word-" + number,
            ModelCallTest.TASK.prompt(),
            List.of(),
            ModelCallTest.Word.class,
            100);
    try {
      return context.models().ask(task).value().word();
    } catch (ModelFault none) {
      return "by rule: " + none.kind().wireName();
    }
  }

  private void raise(JobId id, BigDecimal to) {
    var by = "submitter@local.example";
    engine.moved(
        engine.job(id), new JobEvent.RetryAsked(engine.clock.instant(), by, to), List.of());
  }

  private boolean going(JobId id) {
    var state = engine.job(id).state();
    return !state.terminal() && !(state instanceof JobState.Failed);
  }

  private void workAndWait() {
    var process = engine.start().workOff();
    engine.clock.advance(Duration.ofMinutes(1));
    process.sweep.run(TimeLeft.UNLIMITED);
    process.workOff();
  }

  private Failure failure(JobId id) {
    return ((JobState.Failed) engine.job(id).state()).failure();
  }

  private Balance balance(JobId id) {
    return engine.store.money().ofJob(id).orElseThrow();
  }
}

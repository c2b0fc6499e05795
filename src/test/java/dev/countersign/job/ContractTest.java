package dev.countersign.job;

import static dev.countersign.job.JobFixtures.OWNER;
import static dev.countersign.job.JobFixtures.TRIVIAL;
import static dev.countersign.job.JobFixtures.aJobJustSubmitted;
import static dev.countersign.job.JobFixtures.moved;
import static dev.countersign.job.JobFixtures.seconds;
import static dev.countersign.job.JobFixtures.submitted;
import static dev.countersign.job.JobFixtures.taken;
import static dev.countersign.job.JobFixtures.trivialPlan;
import static dev.countersign.job.MoneyFixtures.aJobThatAsksForMoney;
import static dev.countersign.job.MoneyFixtures.outOfMoney;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.job.JobEvent.RetryAsked;
import dev.countersign.job.Spending.OnExhausted;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a job may take, in words that are true, and how a person lets it take more.
class ContractTest {
  @Test
  void a_contract_says_what_each_breach_leads_to() {
    assertThat(Contract.of(JobFixtures.gatedPlan().spending(spending(OnExhausted.ASK))).sentences())
        .containsExactly(
            "Works for at most 30 minutes (what people take to decide does not count); then it"
                + " stops, and a retry gives it the same time again.",
            "Tries again what fails, until a step has failed 3 times; then it stops, and a retry"
                + " goes on from that step.",
            "Spends at most $0.50 on models; when that is used up, it stops"
                + " and asks a person, who can let it spend more, up to $2.00. It stops"
                + " too when its owner's budget for the month is used up.");
  }

  @ParameterizedTest
  @CsvSource({
    "STOP,  0.50, 2.00, 'is used up, it stops.'",
    "RULES, 0.50, 2.00, 'is used up, it goes on by rule, and the result says so.'",
    "ASK,   2.00, 2.00, 'is used up, it stops and asks a person.'",
    "RULES, 0,    2.00, 'Spends nothing on models; where it would, it goes on by rule'",
    "STOP,  0,    0,    'Asks no model, and spends nothing.'"
  })
  void what_follows_without_money_is_said(
      OnExhausted then, String most, String limit, String words) {
    var plan = trivialPlan().spending(Spending.upTo(most, limit, then));

    assertThat(Contract.of(plan).sentences().getLast()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT45S, 45 seconds",
    "PT30M, 30 minutes",
    "PT1H, 1 hour",
    "PT26H30M, 26 hours 30 minutes"
  })
  void lengths_of_time_read_as_people_say_them(Duration time, String words) {
    assertThat(Contract.of(trivialPlan().within(time)).sentences().getFirst())
        .startsWith("Works for at most " + words + "; ");
  }

  /// The machine is asked, not the words.
  @Test
  void past_its_time_a_job_stops_and_a_retry_gives_it_the_same_time_again() {
    var job = submitted(TRIVIAL, trivialPlan().within(Duration.ofMinutes(7)));

    var late = moved(job, new JobEvent.DeadlinePassed(job.submittedAt().plusSeconds(420)));
    var again = moved(late, new RetryAsked(seconds(1000), OWNER));

    assertThat(Contract.of(job.plan()).whenLate()).isEqualTo(Contract.Then.STOPS);
    assertThat(late.state()).isInstanceOf(JobState.Failed.class);
    assertThat(Duration.between(seconds(1000), again.deadline()))
        .isEqualTo(Contract.of(job.plan()).time());
  }

  @Test
  void no_step_fails_more_often_than_the_contract_says() {
    var job = aJobJustSubmitted();
    int failures = 0;
    while (!(job.state() instanceof JobState.Failed)) {
      var held = taken(job, seconds(60L * failures + 1));
      var at = seconds(60L * failures + 2);
      job = moved(held, new JobEvent.StepRetriable(at, held.fence(), "read", "away", at));
      failures++;
    }

    assertThat(failures).isEqualTo(Contract.of(job.plan()).attempts());
  }

  @ParameterizedTest
  @EnumSource(OnExhausted.class)
  void only_one_that_asks_offers_a_raise(OnExhausted then) {
    var job = outOfMoney(submitted(TRIVIAL, trivialPlan().spending(spending(then))));

    assertThat(Raise.askedBy(job).isPresent())
        .isEqualTo(Contract.of(job.plan()).whenOutOfMoney() == Contract.Then.ASKS);
  }

  @Test
  void what_is_asked_for_is_enough_and_never_over_the_limit() {
    var asked = Raise.askedBy(aJobThatAsksForMoney()).orElseThrow();

    assertThat(asked).isEqualTo(new Raise(usd("0.50"), usd("1.00"), usd("2.00")));
    assertThat(offered("0.50", "0", "1.234")).isEqualByComparingTo("1.74");
    assertThat(offered("0.50", "0.50", "2.00")).isEqualByComparingTo("2.00");
  }

  @Test
  void no_raise_is_offered_that_would_not_help() {
    assertThat(lacking(Budget.JOB, "0.50", "0.50", "2.01")).as("over the limit").isEmpty();
    assertThat(lacking(Budget.JOB, "0.40", "0.10", "0.20")).as("the deployment's cap").isEmpty();
    assertThat(lacking(Budget.OWNER_MONTH, "9.00", "0.10", "0.20")).as("the month").isEmpty();
  }

  @Test
  void a_raise_is_in_the_job_and_in_its_story() {
    var job = aJobThatAsksForMoney();

    var moved = (Verdict.Moved) JobMachine.apply(job, raised("1.2"));

    assertThat(most(moved.job())).isEqualByComparingTo("1.20");
    assertThat(moved.entry().facts())
        .containsEntry("budget", "1.20")
        .containsEntry("budget_before", "0.50");
    assertThat(moved.job().state()).isInstanceOf(JobState.Queued.class);
  }

  @Test
  void a_retry_without_a_budget_leaves_it_as_it_was() {
    var again = moved(aJobThatAsksForMoney(), new RetryAsked(seconds(100), OWNER));

    assertThat(most(again)).isEqualByComparingTo("0.50");
  }

  @ParameterizedTest
  @CsvSource({"2.01, at most", "0.49, only be raised"})
  void a_raise_stays_between_what_was_agreed_and_the_limit(String budget, String why) {
    assertThat(JobMachine.apply(aJobThatAsksForMoney(), raised(budget)))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            no -> {
              assertThat(no.reason()).isEqualTo(Verdict.Reason.OVER_LIMIT);
              assertThat(no.message()).contains(why);
            });
  }

  @Test
  void a_raise_that_comes_twice_counts_once() {
    var again = moved(aJobThatAsksForMoney(), raised("1.00"));

    assertThat(JobMachine.apply(again, raised("1.00"))).isInstanceOf(Verdict.Ignored.class);
    assertThat(JobMachine.apply(again, raised("1.50"))).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void a_job_from_before_contracts_were_kept_can_be_retried_but_not_raised() {
    var old = JobFixtures.aFailedJob();

    assertThat(JobMachine.apply(old, new RetryAsked(seconds(100), OWNER)))
        .isInstanceOf(Verdict.Moved.class);
    assertThat(JobMachine.apply(old, raised("1.00"))).isInstanceOf(Verdict.Refused.class);
    assertThat(Contract.of(old.plan()).sentences().getLast()).contains("this deployment");
  }

  @Test
  void a_budget_over_its_limit_cannot_be_written_down() {
    assertThatThrownBy(() -> Spending.upTo("2.01", "2.00", OnExhausted.STOP))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RetryAsked raised(String budget) {
    return new RetryAsked(seconds(100), OWNER, usd(budget));
  }

  private static BigDecimal offered(String most, String left, String needed) {
    return lacking(Budget.JOB, most, left, needed).map(Raise::to).orElseThrow();
  }

  private static Optional<Raise> lacking(Budget budget, String most, String left, String needed) {
    return Raise.of(
        spending(OnExhausted.ASK), new Shortfall(budget, usd(most), usd(left), usd(needed)));
  }

  private static Spending spending(OnExhausted then) {
    return Spending.upTo("0.50", "2.00", then);
  }

  private static BigDecimal most(Job job) {
    return Objects.requireNonNull(job.plan().spending()).most();
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }
}

package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.Faults;
import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.job.Budget;
import dev.countersign.job.JobId;
import dev.countersign.store.Reservation.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is taken out of the budgets before a call, and what comes back after it.
class MoneyTest {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private final SettableClock clock = new SettableClock();
  private final Random random = new Random();
  private final Money money = TestMoney.money(TestServices.dynamoDb(), clock, random);
  private final JobId job = new JobId("job_" + UUID.randomUUID());
  private final String owner = UUID.randomUUID() + "@acme.example";
  private SpendLimits most = new SpendLimits(usd("1.00"), usd("5.00"));

  @Test
  void a_reservation_is_out_of_both_budgets_until_it_is_settled() {
    assertThat(reserve("call_1", "0.4")).isEqualTo(new Budgeted.Held());

    assertThat(ofJob()).isEqualTo(balance("1.00", "0.6", "0"));
    assertThat(ofMonth()).isEqualTo(balance("5.00", "4.6", "0"));
    assertThat(ofJob().held()).isEqualByComparingTo("0.4");
  }

  @Test
  void what_was_not_needed_comes_back() {
    reserve("call_1", "0.4");

    assertThat(settle("call_1", "0.000123456789")).isInstanceOf(Settled.Now.class);

    assertThat(ofJob()).isEqualTo(balance("1.00", "0.999876543211", "0.000123456789"));
    assertThat(ofMonth()).isEqualTo(balance("5.00", "4.999876543211", "0.000123456789"));
  }

  @Test
  void settling_twice_counts_once() {
    reserve("call_1", "0.4");
    settle("call_1", "0.1");

    assertThat(settle("call_1", "0.2")).isEqualTo(new Settled.Before(usd("0.1")));

    assertThat(ofJob().spent()).isEqualByComparingTo("0.1");
  }

  @Test
  void releasing_gives_all_of_it_back_once() {
    reserve("call_1", "0.4");

    assertThat(release("call_1")).isInstanceOf(Settled.Now.class);
    assertThat(release("call_1")).isInstanceOf(Settled.Before.class);

    assertThat(ofJob()).isEqualTo(balance("1.00", "1", "0"));
  }

  @Test
  void a_settled_call_cannot_be_released() {
    reserve("call_1", "0.4");
    settle("call_1", "0.3");

    assertThat(release("call_1")).isEqualTo(new Settled.Before(usd("0.3")));

    assertThat(ofJob()).isEqualTo(balance("1.00", "0.7", "0.3"));
  }

  @Test
  void the_true_cost_counts_also_after_a_release() {
    reserve("call_1", "0.4");
    release("call_1");
    reserve("call_2", "0.9");

    assertThat(settle("call_1", "0.35")).isInstanceOf(Settled.Now.class);

    assertThat(ofJob()).isEqualTo(balance("1.00", "-0.25", "0.35"));
    assertThat(ofJob().held()).isEqualByComparingTo("0.9");
    assertThat(reserve("call_3", "0")).isInstanceOf(Budgeted.Lacking.class);
  }

  @Test
  void a_call_that_costs_more_than_its_worst_is_counted_whole() {
    reserve("call_1", "0.4");

    settle("call_1", "0.5");

    assertThat(ofJob()).isEqualTo(balance("1.00", "0.5", "0.5"));
  }

  @Test
  void a_job_has_no_more_than_its_most() {
    reserve("call_1", "0.7");

    assertThat(reserve("call_2", "0.31"))
        .isEqualTo(new Budgeted.Lacking(Budget.JOB, balance("1.00", "0.3", "0")));
    assertThat(reserve("call_3", "1.01"))
        .isEqualTo(new Budgeted.Lacking(Budget.JOB, balance("1.00", "0.30", "0")));
    assertThat(reserve("call_4", "0.3")).isEqualTo(new Budgeted.Held());
  }

  @Test
  void an_owner_has_no_more_than_the_month_s_over_all_jobs() {
    most = new SpendLimits(usd("1.00"), usd("1.50"));
    reserve("call_1", "1.00");
    var other = new JobId("job_" + UUID.randomUUID());

    assertThat(reserve(reservation(other, "call_2", "0.51", MARCH)))
        .isEqualTo(new Budgeted.Lacking(Budget.OWNER_MONTH, balance("1.50", "0.5", "0")));

    assertThat(money.ofJob(other)).isEmpty();
  }

  @Test
  void a_raised_limit_holds_at_once_and_keeps_what_is_held_and_spent() {
    reserve("call_1", "0.7");
    settle("call_1", "0.6");
    reserve("call_2", "0.4");
    most = new SpendLimits(usd("2.00"), usd("0.90"));

    assertThat(reserve("call_3", "0.1"))
        .isEqualTo(new Budgeted.Lacking(Budget.OWNER_MONTH, balance("0.90", "-0.1", "0.6")));
    most = new SpendLimits(usd("2.00"), usd("9.00"));
    assertThat(reserve("call_3", "0.9")).isEqualTo(new Budgeted.Held());

    assertThat(ofJob()).isEqualTo(balance("2", "0.1", "0.6"));
  }

  @Test
  void a_call_counts_in_the_month_in_which_it_was_reserved() {
    reserve("call_1", "0.4");
    clock.advance(Duration.ofDays(31));
    reserve(reservation(job, "call_2", "0.3", MARCH.plusMonths(1)));

    settle("call_1", "0.2");

    var months = money.ofOwner(owner);
    assertThat(months.keySet()).containsExactly(MARCH.plusMonths(1), MARCH);
    assertThat(months.get(MARCH)).isEqualTo(balance("5.00", "4.8", "0.2"));
    assertThat(months.get(MARCH.plusMonths(1))).isEqualTo(balance("5.00", "4.7", "0"));
  }

  @Test
  void the_same_call_is_reserved_once() {
    reserve("call_1", "0.4");

    assertThat(reserve("call_1", "0.4")).isEqualTo(new Budgeted.Before(Standing.HELD));
    release("call_1");
    assertThat(reserve("call_1", "7")).isEqualTo(new Budgeted.Before(Standing.RELEASED));

    assertThat(ofJob().available()).isEqualByComparingTo("1");
  }

  @Test
  void the_caller_s_writes_are_done_with_it_or_nothing_is() {
    var rows = new Rows(new StoredForms(), TestServices.table());
    var mine = rows.row(job.value(), "CALL#1", new Pointer(job, 1));
    var onlyOnce = List.of(new Write(rows.put(mine, Condition.NEW)));

    assertThat(money.reserve(of("call_1", "0.4"), most, newcomer("0.4"), onlyOnce))
        .isEqualTo(new Budgeted.Held());
    assertThat(money.reserve(of("call_2", "0.4"), most, newcomer("0.4"), onlyOnce))
        .isEqualTo(new Budgeted.Refused());
    assertThat(money.settle(job, "call_1", usd("0.1"), onlyOnce)).isEqualTo(new Settled.Refused());

    assertThat(Stores.item(job.value(), "CALL#1")).isNotEmpty();
    assertThat(ofJob()).isEqualTo(balance("1.00", "0.6", "0"));
  }

  @Test
  void a_lost_reply_reserves_and_settles_once() {
    var faults = new Faults();
    var shaky = TestMoney.money(TestMoney.breaking(faults), clock, random);
    faults.loseReply(1);
    assertThat(shaky.reserve(of("call_1", "0.4"), most, newcomer("0.4"), List.of()))
        .isEqualTo(new Budgeted.Held());
    faults.loseReply(2);
    assertThat(shaky.settle(job, "call_1", usd("0.1"), List.of())).isInstanceOf(Settled.Now.class);

    assertThat(ofJob()).isEqualTo(balance("1.00", "0.9", "0.1"));
  }

  @Test
  void a_process_that_dies_after_reserving_finds_its_reservation_again() {
    var faults = new Faults();
    faults.dieAfter(1);
    var dying = TestMoney.money(TestMoney.breaking(faults), clock, random);
    assertThatThrownBy(() -> dying.reserve(of("call_1", "0.4"), most, newcomer("0.4"), List.of()))
        .isInstanceOf(Faults.Died.class);

    assertThat(reserve("call_1", "0.4")).isEqualTo(new Budgeted.Before(Standing.HELD));
    settle("call_1", "0.1");

    assertThat(ofJob()).isEqualTo(balance("1.00", "0.9", "0.1"));
  }

  @Test
  void what_nobody_settles_in_time_is_given_back_by_the_sweeper() {
    reserve("call_1", "0.4");
    reserve("call_2", "0.1");
    settle("call_2", "0.1");
    assertThat(money.releaseDue(job, clock.instant())).isZero();

    clock.advance(Duration.ofMinutes(11));
    assertThat(due()).contains(clock.instant().minusSeconds(60));
    assertThat(money.releaseDue(job, clock.instant())).isEqualTo(1);

    assertThat(due()).isEmpty();
    assertThat(ofJob()).isEqualTo(balance("1.00", "0.9", "0.1"));
  }

  @Test
  void a_call_that_was_never_reserved_cannot_be_settled() {
    assertThat(settle("call_1", "0.1")).isEqualTo(new Settled.Unknown());
    assertThat(money.ofJob(job)).isEmpty();
  }

  @Test
  void neither_a_budget_nor_a_reservation_names_the_owner() {
    reserve("call_1", "0.4");

    assertThat(Stores.item(job.value(), Keys.reservation("call_1")).toString())
        .doesNotContain("acme");
    assertThat(Stores.item(Keys.spend(owner), "2026-03").toString()).doesNotContain("acme");
  }

  private List<Instant> due() {
    var index = TestStore.with(clock, random).due();
    return IntStream.range(0, DueIndex.SHARDS)
        .boxed()
        .flatMap(shard -> index.due(shard, clock.instant(), 1000).stream())
        .filter(due -> due.id().equals(job))
        .map(DueJob::dueAt)
        .toList();
  }

  private Budgeted reserve(String call, String worst) {
    return reserve(of(call, worst));
  }

  private Budgeted reserve(Reservation asked) {
    return money.reserve(
        asked, most, new Share.Newcomer(asked.worst(), clock.instant()), List.of());
  }

  private Share newcomer(String worst) {
    return new Share.Newcomer(usd(worst), clock.instant());
  }

  private Settled settle(String call, String cost) {
    return money.settle(job, call, usd(cost), List.of());
  }

  private Settled release(String call) {
    return money.release(job, call, List.of());
  }

  private Balance ofJob() {
    return money.ofJob(job).orElseThrow();
  }

  private Balance ofMonth() {
    return Optional.ofNullable(money.ofOwner(owner).get(MARCH)).orElseThrow();
  }

  private Reservation of(String call, String worst) {
    return reservation(job, call, worst, MARCH);
  }

  private Reservation reservation(JobId job, String call, String worst, YearMonth month) {
    return new Reservation(
        job, call, owner, month, usd(worst), clock.instant().plus(Duration.ofMinutes(10)));
  }

  private static Balance balance(String most, String available, String spent) {
    return new Balance(usd(most), usd(available), usd(spent));
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }
}

package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.job.Budget;
import dev.countersign.job.JobId;
import dev.countersign.store.Money;
import dev.countersign.store.TestMoney;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Calls of several jobs that are paid from one owner's month of one dollar.
class BudgetsTest {
  private static final BigDecimal MOST = new BigDecimal("10");
  private final SettableClock clock = new SettableClock();
  private final Random random = new Random();
  private final Money money = TestMoney.money(TestServices.dynamoDb(), clock, random);
  private final Budgets budgets =
      new Budgets(
          money,
          TestMoney.line(TestServices.dynamoDb(), clock, random),
          ModelSettings.of("budget.owner-month", "1.00"),
          clock,
          random);
  private final String owner = UUID.randomUUID() + "@acme.example";
  private final JobId first = job();
  private final JobId second = job();
  private final JobId third = job();

  @Test
  void what_others_hold_is_waited_for() {
    reserve(first, "0.8");

    assertThat(reserve(second, "0.3"))
        .isInstanceOfSatisfying(
            Reserving.NotBefore.class,
            wait -> {
              assertThat(wait.budget()).isEqualTo(Budget.OWNER_MONTH);
              assertThat(wait.at())
                  .isBetween(clock.instant().plusSeconds(4), clock.instant().plusSeconds(8));
            });
  }

  @Test
  void what_was_spent_is_not() {
    reserve(first, "0.8");
    settle(first, "0.75");

    assertThat(reserve(second, "0.3"))
        .isEqualTo(
            new Reserving.Exhausted(
                Budget.OWNER_MONTH, new BigDecimal("1.00"), new BigDecimal("0.25")));
  }

  @Test
  void a_job_waits_for_its_own_calls_too() {
    var most = new BigDecimal("0.5");
    assertThat(budgets.reserve(ask(first, most, "part-1", "0.3"), List.of()))
        .isEqualTo(new Reserving.Reserved());

    assertThat(budgets.reserve(ask(first, most, "part-2", "0.3"), List.of()))
        .isInstanceOfSatisfying(
            Reserving.NotBefore.class, wait -> assertThat(wait.budget()).isEqualTo(Budget.JOB));
    assertThat(budgets.reserve(ask(first, most, "part-3", "0.6"), List.of()))
        .isEqualTo(
            new Reserving.Exhausted(Budget.JOB, new BigDecimal("0.50"), new BigDecimal("0.50")));
  }

  @Test
  void who_came_later_does_not_get_what_one_before_waits_for() {
    reserve(first, "0.8");
    reserve(second, "0.6");
    clock.advance(Duration.ofSeconds(1));
    settle(first, "0.3");

    assertThat(reserve(third, "0.2")).isInstanceOf(Reserving.NotBefore.class);
    assertThat(reserve(second, "0.6")).isEqualTo(new Reserving.Reserved());
    assertThat(reserve(third, "0.1")).isEqualTo(new Reserving.Reserved());
  }

  @Test
  void what_the_one_before_does_not_need_goes_to_the_next() {
    reserve(first, "0.5");
    reserve(second, "0.8");
    clock.advance(Duration.ofSeconds(1));
    release(first);

    assertThat(reserve(third, "0.2")).isEqualTo(new Reserving.Reserved());
    assertThat(reserve(second, "0.8")).isEqualTo(new Reserving.Reserved());
  }

  @Test
  void who_does_not_come_back_holds_nobody_up_for_ever() {
    reserve(first, "0.8");
    reserve(second, "0.9");
    release(first);
    assertThat(reserve(third, "0.5")).isInstanceOf(Reserving.NotBefore.class);

    clock.advance(Duration.ofMinutes(4));

    assertThat(reserve(third, "0.5")).isEqualTo(new Reserving.Reserved());
  }

  @Test
  void who_comes_back_late_has_kept_its_place() {
    reserve(first, "0.8");
    reserve(second, "0.6");
    clock.advance(Duration.ofMinutes(10));
    reserve(third, "0.6");
    reserve(second, "0.6");
    release(first);

    assertThat(reserve(third, "0.6")).isInstanceOf(Reserving.NotBefore.class);
    assertThat(reserve(second, "0.6")).isEqualTo(new Reserving.Reserved());
  }

  @Test
  void one_that_can_no_longer_be_served_leaves_the_line() {
    reserve(first, "0.8");
    reserve(second, "0.9");
    settle(first, "0.4");
    clock.advance(Duration.ofSeconds(1));
    assertThat(reserve(second, "0.9")).isInstanceOf(Reserving.Exhausted.class);

    assertThat(reserve(third, "0.6")).isEqualTo(new Reserving.Reserved());
  }

  @Test
  void in_the_next_month_there_is_money_again() {
    reserve(first, "0.9");
    settle(first, "0.9");
    assertThat(reserve(second, "0.9")).isInstanceOf(Reserving.Exhausted.class);

    clock.advance(Duration.ofDays(31));

    assertThat(reserve(second, "0.9")).isEqualTo(new Reserving.Reserved());
  }

  private Reserving reserve(JobId job, String worst) {
    return budgets.reserve(ask(job, MOST, "call", worst), List.of());
  }

  private Budgets.Ask ask(JobId job, BigDecimal most, String call, String worst) {
    return new Budgets.Ask(
        job, owner, most, call, job + "#" + call, new BigDecimal(worst), later());
  }

  private Instant later() {
    return clock.instant().plus(Duration.ofHours(1));
  }

  private void settle(JobId job, String cost) {
    money.settle(job, "call", new BigDecimal(cost), List.of());
  }

  private void release(JobId job) {
    money.release(job, "call", List.of());
  }

  private static JobId job() {
    return new JobId("job_" + UUID.randomUUID());
  }
}

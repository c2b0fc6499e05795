package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.job.JobId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/// Threads that reserve, settle and release the calls of three jobs of one owner in any order.
class MoneyRaceTest {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final SpendLimits MOST =
      new SpendLimits(new BigDecimal("1.00"), new BigDecimal("2.00"));
  private static final int THREADS = 6;
  private static final int STEPS = 25;
  private final SettableClock clock = new SettableClock();
  private final Money money = TestMoney.money(TestServices.dynamoDb(), clock, new Random());
  private final String owner = UUID.randomUUID() + "@acme.example";
  private final AtomicReference<BigDecimal> late = new AtomicReference<>(BigDecimal.ZERO);
  private final List<JobId> jobs =
      IntStream.range(0, 3).mapToObj(_ -> new JobId("job_" + UUID.randomUUID())).toList();

  @RepeatedTest(2)
  void no_budget_gives_more_than_it_has_and_none_of_it_is_lost() throws Exception {
    var lowest = parallel(seed -> () -> inAnyOrder(new Random(seed), false));

    assertThat(lowest).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    allIsThere();
  }

  @RepeatedTest(2)
  void a_budget_is_overdrawn_at_most_by_what_turned_out_late() throws Exception {
    var lowest = parallel(seed -> () -> inAnyOrder(new Random(seed), true));

    assertThat(late.get()).isPositive();
    assertThat(lowest.add(late.get())).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    allIsThere();
  }

  /// Each thread ends what it has begun, some of it twice.
  ///
  /// @param late whether calls turn out to have been paid for after they were released
  /// @return the lowest that was seen available
  private BigDecimal inAnyOrder(Random random, boolean late) {
    var lowest = BigDecimal.ZERO;
    for (int i = 0; i < STEPS; i++) {
      var job = jobs.get(random.nextInt(jobs.size()));
      var call = "call_" + UUID.randomUUID();
      var worst = BigDecimal.valueOf(1L + random.nextInt(500), 3);
      var cost = worst.multiply(BigDecimal.valueOf(1L + random.nextInt(100), 2));
      if (!(reserve(job, call, worst) instanceof Budgeted.Held)) continue;
      if (random.nextInt(3) == 0) release(job, call, cost, late);
      else money.settle(job, call, cost, List.of());
      if (random.nextBoolean()) money.release(job, call, List.of());
      lowest = lowest.min(lowestNow());
    }
    return lowest;
  }

  private void release(JobId job, String call, BigDecimal cost, boolean paid) {
    money.release(job, call, List.of());
    if (!paid) return;
    late.accumulateAndGet(cost, BigDecimal::add);
    money.settle(job, call, cost, List.of());
  }

  private BigDecimal lowestNow() {
    var lowest = balanceOfMonth().available();
    for (var job : jobs)
      lowest = lowest.min(money.ofJob(job).map(Balance::available).orElse(BigDecimal.ZERO));
    return lowest;
  }

  /// Nothing is held any more.
  private void allIsThere() {
    var spent = BigDecimal.ZERO;
    for (var job : jobs) {
      var balance = money.ofJob(job).orElseThrow();
      assertThat(balance.available().add(balance.spent())).isEqualByComparingTo(MOST.job());
      spent = spent.add(balance.spent());
    }
    var month = balanceOfMonth();
    assertThat(month.available().add(month.spent())).isEqualByComparingTo(MOST.month());
    assertThat(month.spent()).isEqualByComparingTo(spent).isPositive();
  }

  private Balance balanceOfMonth() {
    return money.ofOwner(owner).getOrDefault(MARCH, Balance.untouched(MOST.month()));
  }

  private Budgeted reserve(JobId job, String call, BigDecimal worst) {
    var until = clock.instant().plus(Duration.ofMinutes(10));
    return money.reserve(
        new Reservation(job, call, owner, MARCH, worst, until),
        MOST,
        new Share.Newcomer(worst, clock.instant()),
        List.of());
  }

  private static BigDecimal parallel(IntFunction<Callable<BigDecimal>> thread)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var running = new ArrayList<Future<BigDecimal>>();
      for (int seed = 0; seed < THREADS; seed++) running.add(threads.submit(thread.apply(seed)));
      var lowest = BigDecimal.ZERO;
      for (var done : running) lowest = lowest.min(done.get());
      return lowest;
    }
  }
}

package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.job.JobId;
import dev.countersign.model.Budgets.Ask;
import dev.countersign.store.Money;
import dev.countersign.store.Settled;
import dev.countersign.store.TestMoney;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Fifty jobs that share one owner's month and one provider's limits, worked on by threads that
/// know each other only by the table. Time is moved to when the next of them has something to do.
class FairShareTest {
  private static final int JOBS = 50;
  private static final int CALLS = 2;
  private static final int WORKERS = 8;
  private static final int REQUESTS_A_MINUTE = 12;
  private static final long TOKENS_A_MINUTE = 24_000;
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  /// Enough for what all calls cost in the end, and for half of their worst cases at once.
  private static final BigDecimal MONTH = new BigDecimal("4.00");

  private static final BigDecimal JOB = new BigDecimal("2.00");
  private static final int MOST_PASSED_OVER = 30;

  /// How late workers are, so that several come at a time.
  private static final Duration LATE = Duration.ofSeconds(8);

  /// When a job whose worker died is taken over, and until when the worker's money is held.
  private static final Duration LEASE = Duration.ofSeconds(65);

  private static final Duration HELD = Duration.ofMinutes(6);

  private final SettableClock clock = new SettableClock();
  private final Random random = new Random(50);
  private final Random ids = new Random();
  private final String owner = UUID.randomUUID() + "@acme.example";
  private final String model = "model-" + UUID.randomUUID();
  private final Money money = TestMoney.money(TestServices.dynamoDb(), clock, ids);
  private final ModelConfig config =
      ModelSettings.of(
          "budget.owner-month", MONTH.toPlainString(),
          "limits.requests-per-minute", String.valueOf(REQUESTS_A_MINUTE),
          "limits.tokens-per-minute", String.valueOf(TOKENS_A_MINUTE));
  private final Budgets budgets =
      new Budgets(
          money, TestMoney.line(TestServices.dynamoDb(), clock, ids), config, clock, random);
  private final RateLimits limits =
      new RateLimits(TestMoney.windows(TestServices.dynamoDb()), config, clock, random);
  private final SharedProvider provider = new SharedProvider();
  private final WaitingLine line = new WaitingLine();
  private int released;

  @Test
  void fifty_jobs_stay_within_one_budget_and_one_rate_limit_and_none_of_them_starves()
      throws Exception {
    var jobs = IntStream.range(0, JOBS).mapToObj(_ -> new Simulated()).toList();

    run(jobs);

    assertThat(provider.asked()).isEqualTo(JOBS * CALLS);
    assertThat(provider.mostRequestsInAMinute()).isLessThanOrEqualTo(REQUESTS_A_MINUTE);
    assertThat(provider.mostTokensInAMinute()).isLessThanOrEqualTo(TOKENS_A_MINUTE);
    assertThat(provider.mostAtRisk()).isLessThanOrEqualTo(MONTH);
    clock.advance(HELD);
    assertThat(sweep(jobs)).isEqualTo(jobs.stream().filter(job -> job.crashed).count());
    var month = Optional.ofNullable(money.ofOwner(owner).get(MARCH)).orElseThrow();
    assertThat(month.spent()).isEqualByComparingTo(provider.charged());
    assertThat(month.available().add(month.spent())).isEqualByComparingTo(MONTH);
    assertThat(jobs).allMatch(job -> job.mostTurns <= 1);
    assertThat(line.passedOver()).allMatch(times -> times <= MOST_PASSED_OVER);
  }

  /// Until all are done: those whose time has come ask at once, then time goes on.
  private void run(List<Simulated> jobs) throws Exception {
    try (var workers = Executors.newFixedThreadPool(WORKERS)) {
      for (var open = open(jobs); !open.isEmpty(); open = open(jobs)) {
        var next = open.stream().map(job -> job.at).min(Comparator.naturalOrder()).orElseThrow();
        clock.advance(Duration.between(clock.instant(), next).plus(LATE));
        sweep(jobs);
        var ready = open.stream().filter(job -> !job.at.isAfter(clock.instant())).toList();
        for (var worked : workers.invokeAll(ready)) worked.get();
      }
    }
  }

  private int sweep(List<Simulated> jobs) {
    for (var job : jobs)
      if (job.crashed && !job.swept && money.releaseDue(job.id, clock.instant()) > 0) {
        job.swept = true;
        released++;
      }
    return released;
  }

  private static List<Simulated> open(List<Simulated> jobs) {
    return jobs.stream().filter(job -> job.calls < CALLS).toList();
  }

  /// A job that makes one call after another; every seventh call's worker dies right after it has
  /// reserved, and the call is made anew.
  private final class Simulated implements Callable<Void> {
    final JobId id = new JobId("job_" + UUID.randomUUID());
    Instant at = clock.instant();
    int calls;
    int mostTurns;
    boolean crashed;
    boolean swept;
    private int turns;
    private long size = size();
    private String call = "";
    private Stage stage = Stage.PAY;

    @Override
    public Void call() {
      switch (stage) {
        case PAY -> pay();
        case GO -> go();
        case ANSWER -> answer();
      }
      return null;
    }

    private void pay() {
      if (call.isEmpty()) call = "call_" + UUID.randomUUID();
      line.asks(who());
      var until = clock.instant().plus(HELD);
      switch (budgets.reserve(new Ask(id, owner, JOB, call, who(), worst(), until), List.of())) {
        case Reserving.Reserved _ -> reserved();
        case Reserving.NotBefore(_, var later) -> at = later;
        case Reserving.Exhausted no -> throw new AssertionError("starved: " + no);
        case Reserving.Before _, Reserving.Refused _ -> throw new AssertionError("not its own");
      }
    }

    private void reserved() {
      line.served(who());
      if (!crashed && random.nextInt(7) == 0) {
        crashed = true;
        call = "";
        at = clock.instant().plus(LEASE);
      } else go();
    }

    private void go() {
      stage = Stage.GO;
      switch (limits.take("openai", model, call, size)) {
        case Pace.Go _ -> {
          provider.asked(clock.instant(), size, worst());
          stage = Stage.ANSWER;
          at = clock.instant().plusSeconds(1L + random.nextInt(40));
        }
        case Pace.NotBefore(var later) -> {
          mostTurns = Math.max(mostTurns, ++turns);
          at = later;
        }
        case Pace.TooLarge no -> throw new AssertionError(no);
      }
    }

    private void answer() {
      var cost = worst().multiply(BigDecimal.valueOf(1L + random.nextInt(30), 2));
      provider.answered(worst(), cost);
      assertThat(money.settle(id, call, cost, List.of())).isInstanceOf(Settled.Now.class);
      calls++;
      turns = 0;
      call = "";
      size = size();
      stage = Stage.PAY;
    }

    private String who() {
      return id + "#" + calls;
    }

    /// A hundredth of a cent for each hundred tokens.
    private BigDecimal worst() {
      return BigDecimal.valueOf(size, 4);
    }

    private long size() {
      return 500L + random.nextInt(2500);
    }
  }

  private enum Stage {
    PAY,
    GO,
    ANSWER
  }
}

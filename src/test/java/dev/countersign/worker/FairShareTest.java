package dev.countersign.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.model.TestModelConfig;
import dev.countersign.model.Usage;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.Play;
import dev.countersign.store.Balance;
import dev.countersign.store.RateWindows;
import dev.countersign.workflow.ModelTask;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Fifty jobs of one owner before one provider, by the product's own admission: a place in a
/// minute, then money, then the call. Some ask twice at a time, the workers of others die with both
/// in hand. What there was is counted at the server, and held against the table.
@Tag("crash")
class FairShareTest {
  private static final int JOBS = 50;
  private static final int WORKERS = 12;
  private static final int REQUESTS_A_MINUTE = 12;
  private static final long TOKENS_A_MINUTE = 16_000;
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  /// Enough for what all calls cost in the end, and for about ten of their worst cases at once.
  private static final BigDecimal MONTH = new BigDecimal("0.18");

  /// Less than the worst cases of two calls of a job that asks twice at a time.
  private static final BigDecimal JOB = new BigDecimal("0.019");

  private static final int OUTPUT = 100;
  private static final Usage USAGE = new Usage(30, 0, 5, 0);
  private static final BigDecimal COST = new BigDecimal("0.0004");
  private static final int LONGEST_ANSWER = 45;

  /// Twice as long as all calls take when each minute is full.
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  /// Until when the money of a call is held whose worker died: its try's time, and two minutes.
  private static final Duration HELD = Duration.ofMinutes(7);

  /// So that several come at a time.
  private static final Duration LATE = Duration.ofSeconds(2);

  private static final Pattern WHO = Pattern.compile("job_[0-9a-f-]{36}");

  private final Crowd crowd = new Crowd(WORKERS, LATE, this::heard, this::step);
  private final List<JobId> jobs = new CopyOnWriteArrayList<>();
  private final SharedProvider provider = new SharedProvider();
  private final Map<JobId, SharedProvider> ofJobs = new ConcurrentHashMap<>();

  /// When a job first asked for its first call, its second.
  private final Map<String, Instant> asked = new ConcurrentHashMap<>();

  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final AtomicInteger tries = new AtomicInteger();
  private final Random random = new Random(50);

  @AfterEach
  void close() throws IOException {
    crowd.close();
  }

  @Test
  void fifty_jobs_stay_within_one_budget_and_one_rate_limit_and_none_of_them_starves()
      throws Exception {
    crowd.engine.modelConfig =
        TestModelConfig.USUAL
            .withBudget(JOB.toPlainString())
            .withMonth(MONTH)
            .withLimits(REQUESTS_A_MINUTE, TOKENS_A_MINUTE);
    for (int i = 0; i < JOBS; i++) jobs.add(crowd.joins(mortal(i)));

    crowd.worksToTheEnd(this::assertNothingIsOverdrawn);

    assertThat(jobs).allMatch(id -> crowd.engine.job(id).state() instanceof JobState.Completed);
    assertThat(provider.asked()).isEqualTo(JOBS + jobs.stream().filter(this::twice).count());
    assertThat(provider.mostRequestsInAMinute()).isLessThanOrEqualTo(REQUESTS_A_MINUTE);
    assertThat(provider.mostTokensInAMinute()).isLessThanOrEqualTo(TOKENS_A_MINUTE);
    assertThat(provider.mostAtRisk()).isLessThanOrEqualTo(MONTH);
    assertThat(ofJobs.values()).allMatch(job -> job.mostAtRisk().compareTo(JOB) <= 0);
    assertThat(waits).allMatch(wait -> wait.compareTo(LONGEST_WAIT) <= 0);
    assertThat(placesTaken()).as("who did not go gave its place back").isEqualTo(callsBegun());
    assertAllMoneyComesBack();
  }

  /// At any moment at which nobody is about to write.
  private void assertNothingIsOverdrawn() {
    var month = crowd.engine.store.money().ofOwner("submitter@local.example").get(MARCH);
    if (month == null) return;
    assertThat(month.available()).isNotNegative();
    assertThat(month.held()).isGreaterThanOrEqualTo(provider.open());
    assertThat(month.spent()).isEqualByComparingTo(provider.charged());
    for (var id : ofJobs.keySet())
      assertThat(crowd.engine.store.money().ofJob(id).map(Balance::available).orElseThrow())
          .isNotNegative();
  }

  private void assertAllMoneyComesBack() {
    crowd.engine.clock.advance(HELD);
    crowd.engine.start().sweep.run(TimeLeft.UNLIMITED);
    var month = crowd.engine.store.money().ofOwner("submitter@local.example").get(MARCH);
    assertThat(month)
        .isEqualTo(new Balance(MONTH, MONTH.subtract(provider.charged()), provider.charged()));
  }

  /// By the minute since 1970, as the table has it.
  private Map<Long, Long> placesTaken() {
    var places = new HashMap<Long, Long>();
    for (var item : crowd.engine.partition("RATE#models.test/small"))
      if (item.containsKey("requestsLeft")) {
        long taken = REQUESTS_A_MINUTE - Long.parseLong(item.get("requestsLeft").n());
        var minute = Objects.requireNonNull(item.get("sk")).s().replace("MINUTE#", "");
        if (taken > 0) places.put(Long.valueOf(minute), taken);
      }
    return places;
  }

  /// Those that went out, and those whose worker died right before.
  private Map<Long, Long> callsBegun() {
    return jobs.stream()
        .flatMap(id -> crowd.engine.store.calls().of(id).stream())
        .collect(groupingBy(call -> RateWindows.window(call.startedAt()), counting()));
  }

  private Crowd.Timed heard(Asked question) {
    var who = WHO.matcher(question.said("user"));
    assertThat(who.find()).isTrue();
    var job = ofJobs.computeIfAbsent(new JobId(who.group()), _ -> new SharedProvider());
    var now = crowd.engine.clock.instant();
    waits.add(Duration.between(asked.getOrDefault(who.group() + job.asked(), Instant.MIN), now));
    long size = question.body().path("messages").toString().getBytes(UTF_8).length;
    var worst = new BigDecimal(size * 10 + OUTPUT * 20L).movePointLeft(6);
    for (var counts : List.of(provider, job)) counts.asked(now, size + OUTPUT, worst);
    return new Crowd.Timed(
        Duration.ofSeconds(1L + random.nextInt(LONGEST_ANSWER)),
        Play.says("{\"word\":\"yes\"}").counting(USAGE),
        () -> List.of(provider, job).forEach(counts -> counts.answered(worst, COST)));
  }

  private StepResult step(StepContext context) {
    var tasks = twice(context.job()) ? List.of("first", "second") : List.of("first");
    var left = new AtomicInteger(tasks.size());
    for (int i = 1; i < tasks.size(); i++) crowd.splits();
    int tried = tries.incrementAndGet();
    context.each(
        tasks,
        task -> task + tried,
        ModelCallTest.Word.class,
        task -> {
          try {
            return asks(context, task);
          } finally {
            if (left.decrementAndGet() > 0) crowd.joined();
          }
        });
    return StepResult.Done.nothing();
  }

  private ModelCallTest.Word asks(StepContext context, String task) {
    var before = ofJobs.get(context.job());
    int calls = before == null ? 0 : before.asked();
    asked.putIfAbsent(context.job().value() + calls, crowd.engine.clock.instant());
    return context.models().ask(about(context.job(), task)).value();
  }

  private ModelTask<ModelCallTest.Word> about(JobId job, String task) {
    var text = job + "x".repeat(size(jobs.indexOf(job)));
    return new ModelTask<>(
        task,
        new ModelTask.Prompt("one-word", 3, "Say the word."),
        List.of(new ModelTask.Document("a.pdf", text)),
        ModelCallTest.Word.class,
        OUTPUT);
  }

  /// So that the job's money is enough for a call that was lost and another, but for two at a time
  /// of any other job it is not.
  private static int size(int job) {
    return mortal(job) ? 0 : 500 + job * 37 % 500;
  }

  /// Whether its first worker dies.
  private static boolean mortal(int job) {
    return job % 7 == 3;
  }

  private boolean twice(JobId id) {
    int job = jobs.indexOf(id);
    return job % 10 == 4 && !mortal(job);
  }
}

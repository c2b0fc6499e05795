package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.job.JobState.Waiting;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.Play;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Thirty jobs ask a provider that is away for some minutes, over HTTP, by workers that know each
/// other only by the table: what reaches the server is counted there, second by second.
@Tag("crash")
class OutageTest {
  private static final int JOBS = 30;
  private static final int WORKERS = 6;
  private static final int OPENS_AFTER = 5;
  private static final Duration AWAY = Duration.ofMinutes(4);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /// Open for 30 s, for 60 s, for 120 s: more tries do not fit into four minutes.
  private static final int TRIES = 3;

  private static final int MOST_IN_A_SECOND = 8;

  private final Crowd crowd = new Crowd(WORKERS, Duration.ZERO, this::heard, OutageTest::asks);
  private final Instant back = crowd.engine.clock.instant().plus(AWAY);
  private final List<Instant> arrivals = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() throws IOException {
    crowd.close();
  }

  @Test
  void a_provider_that_was_away_is_not_run_down_by_those_who_waited_for_it() throws Exception {
    var jobs = IntStream.range(0, JOBS).mapToObj(_ -> crowd.joins(false)).toList();

    crowd.worksToTheEnd(() -> assertAllWaitWhileItIsAway(jobs));

    var during = arrivals.stream().filter(at -> at.isBefore(back)).toList();
    var after = arrivals.stream().filter(at -> !at.isBefore(back)).sorted().toList();
    var perSecond =
        after.stream()
            .collect(Collectors.groupingBy(Instant::getEpochSecond, Collectors.counting()));
    assertThat(jobs).allMatch(id -> crowd.engine.job(id).state() instanceof JobState.Completed);
    assertThat(during).hasSizeBetween(OPENS_AFTER, OPENS_AFTER - 1 + WORKERS + TRIES);
    assertThat(after).hasSize(JOBS);
    assertThat(after.get(1)).as("one tries for all").isAfterOrEqualTo(after.get(0).plus(ANSWER));
    assertThat(perSecond.values()).allMatch(together -> together <= MOST_IN_A_SECOND);
  }

  /// Durably: nobody works, but for the one who tries for all.
  private void assertAllWaitWhileItIsAway(List<JobId> jobs) {
    var now = crowd.engine.clock.instant();
    if (arrivals.size() < OPENS_AFTER || !now.isBefore(back)) return;
    assertThat(jobs)
        .map(id -> crowd.engine.job(id).state())
        .filteredOn(state -> !(state instanceof JobState.Queued))
        .allMatch(state -> state instanceof Waiting(var why, _, _) && why == Waiting.Reason.RETRY);
  }

  private Crowd.Timed heard(Asked asked) {
    var now = crowd.engine.clock.instant();
    arrivals.add(now);
    return now.isBefore(back)
        ? new Crowd.Timed(Duration.ZERO, Play.errors(500, "server_error"), () -> {})
        : new Crowd.Timed(ANSWER, WireTrial.YES, () -> {});
  }

  private static StepResult asks(StepContext context) {
    return StepResult.Done.with(context.models().ask(ModelCallTest.TASK).value());
  }
}

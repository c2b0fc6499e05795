package dev.countersign.worker;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.approval.DecideApproval;
import dev.countersign.approval.DecideApproval.Answer;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Effect.Standing;
import dev.countersign.job.JobId;
import dev.countersign.job.JobMachine;
import dev.countersign.job.JobState;
import dev.countersign.job.Next;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.Verdict;
import dev.countersign.store.Commit;
import dev.countersign.store.EffectRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two reviewers and a clock that runs out, all at once, 200 times: one outcome each time, and the
/// same wherever one looks.
@Tag("race")
class DecisionRaceTest {
  private static final int ROUNDS = 200;
  private static final String SECOND = "second@local.example";
  private static final Duration LIFE = Duration.ofHours(1);
  private static final ReviewTerms EITHER =
      ReviewTerms.by(List.of(TrialWorkflows.REVIEWER, SECOND)).living(LIFE);

  enum Outcome {
    APPROVED,
    REJECTED,
    EXPIRED
  }

  @Test
  void of_two_reviewers_and_the_end_of_time_one_settles_it() throws Exception {
    var outcomes = new HashMap<JobId, Outcome>();
    try (var engine = TestEngine.withMailServer();
        var threads = Executors.newFixedThreadPool(3)) {
      var decide = engine.decide(BreakingPoint.never());
      var worker = engine.start();
      for (int round = 0; round < ROUNDS; round++) {
        var id = engine.submitted(EITHER);
        outcomes.put(id, round(engine, worker, decide, threads, round, id));
      }
      assertMailsAre(engine, outcomes);
    }

    assertThat(outcomes).hasSize(ROUNDS);
    assertThat(outcomes.values()).as("each way to win has won").contains(Outcome.values());
  }

  /// Of each job that was approved exactly one message arrived, and of the others none.
  private static void assertMailsAre(TestEngine engine, Map<JobId, Outcome> outcomes) {
    var approved =
        outcomes.entrySet().stream()
            .filter(one -> one.getValue() == Outcome.APPROVED)
            .collect(toMap(one -> "<%s.r1@local.example>".formatted(one.getKey()), _ -> 1L));
    assertThat(engine.deliveredIds()).isEqualTo(approved);
  }

  private static Outcome round(
      TestEngine engine,
      TestProcess worker,
      DecideApproval decide,
      ExecutorService threads,
      int round,
      JobId id)
      throws Exception {
    worker.workOff();
    var start = new CyclicBarrier(3);
    var ask = engine.ask(id, new Say.Approve());
    var no = engine.ask(id, new Say.Reject("No."));
    var answers =
        threads.invokeAll(
            List.<Callable<Boolean>>of(
                () -> said(engine, id, start, 0, decide, ask, TrialWorkflows.REVIEWER),
                () -> said(engine, id, start, round % 4 * 4, decide, no, SECOND),
                () -> lapsed(engine, id, start, round % 5 * 4)));

    assertThat(answers.stream().filter(DecisionRaceTest::won)).as("who settled it").hasSize(1);
    worker.workOff();
    return same(engine, id);
  }

  /// Whether what was said counted.
  private static boolean said(
      TestEngine engine,
      JobId id,
      CyclicBarrier start,
      int looks,
      DecideApproval decide,
      DecideApproval.Ask ask,
      String who)
      throws Exception {
    start.await();
    looksFirst(engine, id, looks);
    return decide.decide(ask, TestEngine.person(who), Optional.empty()) instanceof Answer.Recorded;
  }

  /// Whether the end of time settled it, as the sweeper has it.
  private static boolean lapsed(TestEngine engine, JobId id, CyclicBarrier start, int looks)
      throws Exception {
    start.await();
    looksFirst(engine, id, looks);
    engine.clock.advance(LIFE);
    var job = engine.job(id);
    while (JobMachine.due(job, engine.clock.instant()) instanceof Next.Apply(var event)
        && JobMachine.apply(job, event) instanceof Verdict.Moved moved) {
      switch (engine.store.jobs().commit(job, moved, List.of())) {
        case Commit.Committed _ -> {
          return true;
        }
        case Commit.Lost(var current) -> job = current;
      }
    }
    return false;
  }

  /// So that each of them is first some of the time.
  private static void looksFirst(TestEngine engine, JobId id, int times) {
    for (int i = 0; i < times; i++) engine.job(id);
  }

  /// What became of it, which job, ledger, timeline and decisions agree on.
  private static Outcome same(TestEngine engine, JobId id) {
    var ends = new HashSet<>(engine.timeline(id));
    ends.retainAll(Set.of("approved", "rejected", "review_expired"));
    assertThat(ends).hasSize(1);
    var partition = engine.store.partition();
    var standing = partition.effects(id).stream().map(EffectRow::effect).toList();
    assertThat(standing).isEqualTo(engine.job(id).effects());
    var outcome =
        switch (engine.job(id).state()) {
          case JobState.Completed _ -> Outcome.APPROVED;
          case JobState.Rejected _ -> Outcome.REJECTED;
          case JobState.Expired _ -> Outcome.EXPIRED;
          default -> throw new AssertionError("not settled: " + engine.job(id).state());
        };
    assertThat(ends)
        .containsExactly(
            Map.of(
                    Outcome.APPROVED, "approved",
                    Outcome.REJECTED, "rejected",
                    Outcome.EXPIRED, "review_expired")
                .get(outcome));
    assertThat(standing)
        .allMatch(e ->
            e.standing() == (outcome == Outcome.APPROVED ? Standing.DONE : Standing.PREVENTED));
    assertThat(partition.decisions(id)).hasSize(outcome == Outcome.EXPIRED ? 0 : 1);
    return outcome;
  }

  private static boolean won(Future<Boolean> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}

package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.approval.DecideApproval.Answer;
import dev.countersign.job.Decision.Change;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.job.ReviewTerms;
import dev.countersign.worker.BreakingPoint.Crash;
import dev.countersign.worker.BreakingPoint.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ends the process that records a decision right before and right after each of its writes; the
/// person presses again, the sweeper looks, and it counts once.
@Tag("crash")
class DecisionCrashTest {
  private static final String REVIEWER = TrialWorkflows.REVIEWER;
  private static final String SECOND = "second@local.example";
  private static final ReviewTerms TWO =
      ReviewTerms.by(List.of(REVIEWER, SECOND))
          .approvals(2)
          .delegating(List.of("domain:b.example"));

  private static final Say APPROVE = new Say.Approve();
  private static final Say EDIT = new Say.Edit(List.of(new Change(0, null, "Better.")));
  private static final Say DELEGATE = new Say.Delegate("deputy@b.example");

  static Stream<Place> approve() {
    return places(APPROVE);
  }

  static Stream<Place> edit() {
    return places(EDIT);
  }

  static Stream<Place> delegate() {
    return places(DELEGATE);
  }

  /// Wherever the process that records that could die.
  private static Stream<Place> places(Say say) {
    try (var engine = new TestEngine()) {
      var id = engine.awaiting(TWO);
      engine.says(id, SECOND, APPROVE);
      var breaking = BreakingPoint.never();
      engine
          .decide(breaking)
          .decide(engine.ask(id, say), TestEngine.person(REVIEWER), Optional.empty());
      assertThat(breaking.names()).containsExactly("TransactWriteItems", "SendMessage");
      return breaking.places();
    }
  }

  @ParameterizedTest
  @MethodSource("approve")
  void the_vote_that_completes_a_quorum_counts_once_and_sends_once(Place place) {
    try (var engine = new TestEngine()) {
      var id = engine.awaiting(TWO);
      engine.says(id, SECOND, APPROVE);

      brokenOffAndSaidAgain(engine, id, APPROVE, place.breaking());

      assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
      assertThat(engine.delivered()).hasSize(1);
      assertThat(engine.store.partition().decisions(id)).hasSize(2);
      assertThat(engine.timeline(id)).containsOnlyOnce("voted").containsOnlyOnce("approved");
    }
  }

  @ParameterizedTest
  @MethodSource("edit")
  void an_edit_leads_to_one_new_draft(Place place) {
    try (var engine = new TestEngine()) {
      var id = engine.awaiting(TWO);

      brokenOffAndSaidAgain(engine, id, EDIT, place.breaking());

      assertThat(engine.gate(id).revision()).isEqualTo(2);
      assertThat(engine.timeline(id)).containsOnlyOnce("edited");
      assertThat(engine.delivered()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("delegate")
  void a_handed_say_reaches_the_deputy(Place place) {
    try (var engine = new TestEngine()) {
      var id = engine.awaiting(TWO);

      brokenOffAndSaidAgain(engine, id, DELEGATE, place.breaking());

      assertThat(engine.gate(id).reviewers()).containsExactly(SECOND, "deputy@b.example");
      assertThat(engine.gate(id).untold()).isEmpty();
      assertThat(engine.timeline(id)).containsOnlyOnce("delegated");
    }
  }

  private static void brokenOffAndSaidAgain(
      TestEngine engine, JobId id, Say say, BreakingPoint breaking) {
    var ask = engine.ask(id, say);
    try {
      engine.decide(breaking).decide(ask, TestEngine.person(REVIEWER), Optional.empty());
    } catch (Crash _) {
      assertThat(breaking.dead()).isTrue();
    }
    assertThat(breaking.dead()).as("the process reached that write").isTrue();
    var again =
        engine
            .decide(BreakingPoint.never())
            .decide(ask, TestEngine.person(REVIEWER), Optional.empty());
    assertThat(again).isNotInstanceOf(Answer.Missing.class);
    var process = engine.start().workOff();
    engine.clock.advance(Duration.ofSeconds(70));
    process.sweep.run(TimeLeft.UNLIMITED);
    process.workOff();
  }
}

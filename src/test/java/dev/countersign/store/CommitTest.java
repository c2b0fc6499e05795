package dev.countersign.store;

import static dev.countersign.job.JobFixtures.aJobAtItsGateStep;
import static dev.countersign.job.JobFixtures.aJobAwaitingApproval;
import static dev.countersign.job.JobFixtures.aJobBeingDelivered;
import static dev.countersign.job.JobFixtures.aJobBeingWorkedOn;
import static dev.countersign.job.JobFixtures.effect;
import static dev.countersign.job.JobFixtures.seconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.Faults;
import dev.countersign.job.Effect.Standing;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobFixtures;
import dev.countersign.job.JobMachine;
import dev.countersign.job.JobState.NeedsReview;
import dev.countersign.job.Verdict;
import dev.countersign.workflow.Fatal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CommitTest {
  private final Faults faults = new Faults();
  private final TestStore store = Stores.with(faults);

  @TestFactory
  Stream<DynamicTest> every_situation_reads_back_as_it_was_stored() {
    return JobFixtures.everySituation().entrySet().stream()
        .map(situation ->
            DynamicTest.dynamicTest(
                situation.getKey(),
                () -> {
                  var stored = Stores.put(store, situation.getValue());

                  assertThat(store.jobs().find(stored.id())).contains(stored);
                }));
  }

  @Test
  void a_commit_is_in_the_table_with_its_entry_in_the_chain() {
    var job = Stores.put(store, aJobBeingWorkedOn());

    var after = committed(job, stepDone(job));

    assertThat(store.jobs().find(job.id())).contains(after);
    var events = store.partition().events(job.id(), 0);
    assertThat(events).hasSize(2);
    assertThat(events.getLast().seq()).isEqualTo(after.version());
    assertThat(events.getLast().hash())
        .isEqualTo(after.head())
        .isEqualTo(Sha256.hex(events.getLast().canonical()));
    assertThat(events.getLast().canonical()).contains("\"previous\":\"" + job.head() + "\"");
  }

  @Test
  void personal_values_are_in_the_chain_as_commitments_only() {
    var job = Stores.put(store, aJobBeingWorkedOn());

    var event = store.partition().events(job.id(), 0).getFirst();

    assertThat(event.personal("by")).isEqualTo(job.owner());
    assertThat(event.canonical())
        .doesNotContain(job.owner())
        .contains(TimelineChain.commitment(requireNonNull(event.personal().get("by"))));
  }

  @Test
  void of_two_moves_from_the_same_place_one_is_written() {
    var job = Stores.put(store, aJobBeingWorkedOn());
    var cancel = new JobEvent.CancelAsked(seconds(2), job.owner());

    var first = committed(job, cancel);
    var second = store.jobs().commit(job, moved(job, stepDone(job)), List.of());

    assertThat(second).isEqualTo(new Commit.Lost(first));
    assertThat(store.partition().events(job.id(), 0)).hasSize(2);
  }

  @Test
  void a_worker_whose_lease_has_passed_on_writes_nothing() {
    var slow = Stores.put(store, aJobBeingWorkedOn());
    var passedOn = ((TakeAnswer.Held) store.jobs().take(slow.id(), "worker-2", seconds(100))).job();

    var late = store.jobs().commit(slow, moved(slow, stepDone(slow)), List.of());

    assertThat(late).isEqualTo(new Commit.Lost(passedOn));
    assertThat(store.jobs().find(slow.id())).contains(passedOn);
  }

  @Test
  void a_commit_whose_reply_was_lost_is_still_ours() {
    var job = Stores.put(store, aJobBeingWorkedOn());
    faults.forget();
    faults.loseReply(1);

    committed(job, stepDone(job));

    assertThat(store.partition().events(job.id(), 0)).hasSize(2);
  }

  @Test
  void a_proposal_is_found_by_its_approval_and_in_its_reviewers_inbox() {
    var job = Stores.put(store, aJobAtItsGateStep());
    var event = JobFixtures.proposal(job, seconds(4));
    var proposal = new Proposal(job.id(), event.gate(), "Send a letter", "letter.html", List.of());

    var after = committed(job, event, new Attachment.Proposing(proposal));

    var approval = ((NeedsReview) after.state()).gate().approval();
    assertThat(store.partition().proposal(approval)).contains(proposal);
    assertThat(store.partition().inbox(Set.of("role:reviewer", JobFixtures.REVIEWER)))
        .filteredOn(entry -> entry.approval().equals(approval))
        .singleElement()
        .satisfies(entry -> assertThat(entry.summary()).isEqualTo("Send a letter"));
  }

  @Test
  void a_decided_request_leaves_the_inbox_and_stays_found_by_its_link() {
    var job = Stores.put(store, aJobAtItsGateStep());
    var event = JobFixtures.proposal(job, seconds(4));
    var asked = committed(job, event, new Attachment.Proposing(proposal(job, event)));
    var decision = JobFixtures.decision(asked, new dev.countersign.job.Decision.Say.Reject("no"));

    committed(
        asked, new JobEvent.Decided(seconds(60), decision), new Attachment.Deciding(1, decision));

    assertThat(store.partition().inbox(Set.of(JobFixtures.REVIEWER)))
        .noneMatch(entry -> entry.approval().equals(event.gate().approval()));
    assertThat(store.partition().proposal(event.gate().approval())).isPresent();
    assertThat(store.partition().decisions(job.id()))
        .containsExactly(new StoredDecision(1, decision));
  }

  @Test
  void the_ledger_follows_the_effect_from_proposal_to_end() {
    var job = Stores.put(store, aJobAtItsGateStep());
    var event = JobFixtures.proposal(job, seconds(4));

    var asked = committed(job, event, new Attachment.Proposing(proposal(job, event)));
    assertThat(standing(asked)).containsExactly(Standing.PLANNED);
    committed(asked, new JobEvent.CancelAsked(seconds(5), job.owner()));

    assertThat(standing(asked)).containsExactly(Standing.PREVENTED);
  }

  @Test
  void an_effect_does_not_begin_when_its_ledger_row_says_otherwise() {
    var job = Stores.put(store, aJobBeingDelivered());
    var begin = new JobEvent.EffectBegun(seconds(71), job.fence(), effect(job));

    assertThatThrownBy(() -> store.jobs().commit(job, moved(job, begin), List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ledger");
    assertThat(store.jobs().find(job.id())).contains(job);
  }

  @Test
  void a_job_that_would_grow_too_large_is_not_written() {
    var job = Stores.put(store, aJobBeingWorkedOn());
    var longFault =
        new JobEvent.StepRetriable(
            seconds(2), job.fence(), "read", "x".repeat(40_000), seconds(30));

    assertThatThrownBy(() -> store.jobs().commit(job, moved(job, longFault), List.of()))
        .isInstanceOf(Fatal.class)
        .hasMessageContaining("32,768 is the limit");
    assertThat(store.jobs().find(job.id())).contains(job);
  }

  @Test
  void nothing_that_could_go_on_is_missing_from_the_due_index() {
    for (var situation : JobFixtures.everySituation().values()) {
      var job = Stores.put(store, situation);
      var item = Stores.item(job.id().value(), Keys.JOB);

      assertThat(item.containsKey("dueAt"))
          .isEqualTo(JobMachine.wakeAt(job, seconds(0)).isPresent())
          .isEqualTo(item.containsKey("duePk"));
    }
  }

  @Test
  void a_job_past_its_wake_up_is_found_by_the_sweeper() {
    var job = Stores.put(store, aJobAwaitingApproval());
    var due = seconds(86_500);

    var found =
        Stream.of(0, 1, 2, 3)
            .flatMap(shard -> store.due().due(shard, due, 1000).stream())
            .map(DueJob::id);

    assertThat(found).contains(job.id());
  }

  private static Proposal proposal(Job job, JobEvent.Proposed event) {
    return new Proposal(job.id(), event.gate(), "Send a letter", "letter.html", List.of());
  }

  private List<Standing> standing(Job job) {
    return store.partition().effects(job.id()).stream().map(r -> r.effect().standing()).toList();
  }

  private Job committed(Job job, JobEvent event, Attachment... with) {
    return ((Commit.Committed) store.jobs().commit(job, moved(job, event), List.of(with))).job();
  }

  private static JobEvent stepDone(Job job) {
    return new JobEvent.StepDone(seconds(2), job.fence(), "read", "CHECKPOINT#read#00001", false);
  }

  private static Verdict.Moved moved(Job job, JobEvent event) {
    return (Verdict.Moved) JobMachine.apply(job, event);
  }
}

package dev.countersign.store;

import static dev.countersign.job.JobFixtures.aJobJustSubmitted;
import static dev.countersign.job.JobFixtures.aTrivialJob;
import static dev.countersign.job.JobFixtures.seconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Faults;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobFixtures;
import dev.countersign.job.JobMachine;
import dev.countersign.job.JobState;
import dev.countersign.job.Verdict;
import dev.countersign.workflow.Source;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreateTest {
  private final Faults faults = new Faults();
  private final TestStore store = Stores.with(faults);
  private final String key = UUID.randomUUID().toString();

  @Test
  void a_new_job_is_stored_with_its_sources_and_first_entry() {
    var job = aJobJustSubmitted();
    var source = new Source("src_1", "files", "bid.pdf", "application/pdf", 3, "ab".repeat(32));

    store.jobs().create(job, new NewJob(null, List.of(source)));

    assertThat(store.partition().sources(job.id())).containsExactly(source);
    assertThat(store.partition().events(job.id(), 0))
        .singleElement()
        .satisfies(event -> assertThat(event.type()).isEqualTo("submitted"));
  }

  @Test
  void the_same_key_and_payload_is_the_same_job() {
    var first = aJobJustSubmitted();
    store.jobs().create(first, once("payload"));

    var second = store.jobs().create(aJobJustSubmitted(), once("payload"));

    assertThat(second).isEqualTo(new Creation.Same(first.id()));
    assertThat(
            store
                .jobs()
                .usedBefore(first.owner(), requireNonNull(once("payload").once()), seconds(1)))
        .contains(second);
  }

  @Test
  void the_same_key_and_another_payload_is_refused_and_stores_nothing() {
    var first = aJobJustSubmitted();
    var second = aJobJustSubmitted();
    store.jobs().create(first, once("payload"));

    var answer = store.jobs().create(second, once("another payload"));

    assertThat(answer).isEqualTo(new Creation.OtherPayload(first.id()));
    assertThat(store.jobs().find(second.id())).isEmpty();
    assertThat(store.partition().events(second.id(), 0)).isEmpty();
  }

  @Test
  void a_forgotten_key_is_free_though_its_item_is_still_there() {
    store
        .jobs()
        .create(aJobJustSubmitted(), once("payload", JobFixtures.SUBMITTED.minusSeconds(1)));

    var answer = store.jobs().create(aJobJustSubmitted(), once("another payload"));

    assertThat(answer).isInstanceOf(Creation.Created.class);
  }

  @Test
  void a_creation_whose_reply_was_lost_is_still_ours() {
    var job = aJobJustSubmitted();
    faults.loseReply(1);

    assertThat(store.jobs().create(job, once("payload"))).isInstanceOf(Creation.Created.class);
  }

  @Test
  void five_steps_from_submit_to_completed_are_seven_requests() {
    var created = aTrivialJob();
    store.jobs().create(created, new NewJob(null, List.of()));
    var job = ((TakeAnswer.Held) store.jobs().take(created.id(), "worker-1", seconds(1))).job();

    for (var step : List.of("one", "two", "three", "four", "five")) {
      var result = store.checkpoints().write(job, step, "{}");
      var event = new JobEvent.StepDone(seconds(2), job.fence(), step, result.reference(), false);
      var moved = (Verdict.Moved) JobMachine.apply(job, event);
      job = ((Commit.Committed) store.jobs().commit(job, moved, List.of(result))).job();
    }

    assertThat(job.state()).isInstanceOf(JobState.Completed.class);
    assertThat(faults.asked()).hasSize(7);
    assertThat(Collections.frequency(faults.asked(), "UpdateItem")).isEqualTo(1);
    assertThat(Collections.frequency(faults.asked(), "TransactWriteItems")).isEqualTo(6);
  }

  private NewJob once(String payload) {
    return once(payload, JobFixtures.SUBMITTED.plusSeconds(1000));
  }

  private NewJob once(String payload, Instant until) {
    return new NewJob(new NewJob.Once(key, payload, until), List.of());
  }
}

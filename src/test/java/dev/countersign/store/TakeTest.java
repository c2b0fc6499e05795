package dev.countersign.store;

import static dev.countersign.job.JobFixtures.SUBMITTED;
import static dev.countersign.job.JobFixtures.aJobJustSubmitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Faults;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.Taken;
import dev.countersign.job.JobFixtures;
import dev.countersign.job.JobId;
import dev.countersign.job.JobMachine;
import dev.countersign.job.JobState;
import dev.countersign.job.Verdict;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The blind take decides exactly as the machine does.
class TakeTest {
  private final Faults faults = new Faults();
  private final TestStore store = Stores.with(faults);

  @TestFactory
  Stream<DynamicTest> the_stored_take_says_what_the_machine_says() {
    return JobFixtures.everySituation().entrySet().stream()
        .flatMap(situation ->
            Stream.of(2L, 33L, 70L, 5000L)
                .map(later ->
                    DynamicTest.dynamicTest(
                        situation.getKey() + " after " + later + " s",
                        () -> agrees(situation.getValue(), later))));
  }

  private void agrees(Job situation, long later) {
    var stored = stored(situation);
    var now = SUBMITTED.plusSeconds(later).plusMillis(7);

    var answer = store.jobs().take(stored.id(), "worker-2", now);

    switch (JobMachine.apply(stored, new Taken(now, "worker-2"))) {
      case Verdict.Held(var job) -> {
        assertThat(answer).isEqualTo(new TakeAnswer.Held(job));
        assertThat(store.jobs().find(job.id())).contains(job);
      }
      case Verdict.Refused no -> assertThat(answer).isEqualTo(new TakeAnswer.NotNow(stored, no));
      case Verdict.Ignored no -> assertThat(answer).isEqualTo(new TakeAnswer.NotNow(stored, no));
      case Verdict.Moved _ -> throw new AssertionError("a take is not a move");
    }
  }

  @Test
  void a_job_that_is_not_there_is_missing() {
    assertThat(store.jobs().take(new JobId("job_" + UUID.randomUUID()), "w", SUBMITTED))
        .isEqualTo(new TakeAnswer.Missing());
  }

  @Test
  void of_two_workers_one_holds_it() {
    var job = stored(aJobJustSubmitted());

    var first = store.jobs().take(job.id(), "worker-1", SUBMITTED);
    var second = store.jobs().take(job.id(), "worker-2", SUBMITTED);

    assertThat(first).isInstanceOf(TakeAnswer.Held.class);
    assertThat(second).isInstanceOf(TakeAnswer.NotNow.class);
  }

  @Test
  void a_take_whose_reply_was_lost_is_still_ours() {
    var job = stored(aJobJustSubmitted());
    faults.forget();
    faults.loseReply(1);

    var answer = store.jobs().take(job.id(), "worker-1", SUBMITTED);

    assertThat(answer)
        .isInstanceOfSatisfying(
            TakeAnswer.Held.class, held -> assertThat(held.job().progress().leases()).isEqualTo(1));
  }

  @Test
  void a_beat_extends_the_lease_and_the_wake_up_while_it_is_held() {
    var held = held(aJobJustSubmitted(), "worker-1", SUBMITTED);
    var until = SUBMITTED.plusSeconds(90);

    assertThat(store.jobs().beat(held, until)).isTrue();

    var now = store.jobs().find(held.id()).orElseThrow();
    assertThat(((JobState.Running) now.state()).lease().until()).isEqualTo(until);
    assertThat(now.version()).isEqualTo(held.version());
    assertThat(Stores.dueAt(held.id())).isEqualTo(until.plusSeconds(5));
  }

  @Test
  void a_beat_wakes_at_the_deadline_when_that_is_nearer() {
    var held = held(aJobJustSubmitted(), "worker-1", SUBMITTED);

    store.jobs().beat(held, held.deadline());

    assertThat(Stores.dueAt(held.id())).isEqualTo(held.deadline());
  }

  @Test
  void a_beat_of_a_worker_that_lost_the_job_says_so() {
    var slow = held(aJobJustSubmitted(), "worker-1", SUBMITTED);
    held(slow, SUBMITTED.plusSeconds(100));

    assertThat(store.jobs().beat(slow, SUBMITTED.plusSeconds(200))).isFalse();
  }

  @Test
  void a_snooze_puts_off_the_wake_up_unless_the_job_has_moved() {
    var job = stored(aJobJustSubmitted());
    var later = SUBMITTED.plusSeconds(120);

    assertThat(store.jobs().snooze(job, later)).isTrue();
    assertThat(Stores.dueAt(job.id())).isEqualTo(later);
    held(job, SUBMITTED);
    assertThat(store.jobs().snooze(job, later.plusSeconds(120))).isFalse();
  }

  private Job held(Job situation, String worker, Instant at) {
    return ((TakeAnswer.Held) store.jobs().take(stored(situation).id(), worker, at)).job();
  }

  private void held(Job stored, Instant at) {
    assertThat(store.jobs().take(stored.id(), "worker-2", at)).isInstanceOf(TakeAnswer.Held.class);
  }

  private Job stored(Job situation) {
    return Stores.put(store, situation);
  }
}

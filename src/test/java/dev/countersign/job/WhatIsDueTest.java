package dev.countersign.job;

import static dev.countersign.job.JobFixtures.aJobAwaitingApproval;
import static dev.countersign.job.JobFixtures.aJobBeingWorkedOn;
import static dev.countersign.job.JobFixtures.aJobJustSubmitted;
import static dev.countersign.job.JobFixtures.aJobWaitingToRetry;
import static dev.countersign.job.JobFixtures.aJobWhoseReviewersAreNotTold;
import static dev.countersign.job.JobFixtures.everySituation;
import static dev.countersign.job.JobFixtures.gate;
import static dev.countersign.job.JobFixtures.moved;
import static dev.countersign.job.JobFixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WhatIsDueTest {
  @TestFactory
  Stream<DynamicTest> nothing_that_could_go_on_is_without_a_wake_up() {
    return everySituation().entrySet().stream()
        .map(situation ->
            DynamicTest.dynamicTest(
                situation.getKey(),
                () -> {
                  var job = situation.getValue();
                  boolean stopped =
                      job.state().terminal() || job.state() instanceof JobState.Failed;

                  for (long later : new long[] {0, 100, 10_000, 1_000_000})
                    assertThat(JobMachine.wakeAt(job, seconds(later)).isEmpty()).isEqualTo(stopped);
                }));
  }

  @TestFactory
  Stream<DynamicTest> what_time_brings_can_be_applied_when_it_is_due() {
    return everySituation().entrySet().stream()
        .map(situation ->
            DynamicTest.dynamicTest(
                situation.getKey(),
                () -> {
                  if (JobMachine.due(situation.getValue(), seconds(1_000_000))
                      instanceof Next.Apply(var event))
                    assertThat(JobMachine.apply(situation.getValue(), event))
                        .isInstanceOf(Verdict.Moved.class);
                }));
  }

  @Test
  void a_queued_job_is_run_at_once_and_looked_for_after_a_minute() {
    var job = aJobJustSubmitted();

    assertThat(JobMachine.due(job, seconds(0))).isEqualTo(new Next.Run(seconds(0)));
    assertThat(JobMachine.wakeAt(job, seconds(0))).contains(seconds(60));
  }

  @Test
  void a_waiting_job_is_run_when_its_wait_ends() {
    assertThat(JobMachine.due(aJobWaitingToRetry(), seconds(4)))
        .isEqualTo(new Next.Run(seconds(33)));
    assertThat(JobMachine.wakeAt(aJobWaitingToRetry(), seconds(4))).contains(seconds(93));
  }

  @Test
  void a_held_job_is_watched_until_its_lease_lapses() {
    assertThat(JobMachine.wakeAt(aJobBeingWorkedOn(), seconds(2))).contains(seconds(66));
    assertThat(JobMachine.due(aJobBeingWorkedOn(), seconds(67)))
        .isEqualTo(new Next.Run(seconds(67)));
  }

  @Test
  void reviewers_are_told_before_their_answer_is_awaited() {
    var untold = aJobWhoseReviewersAreNotTold();
    var told = aJobAwaitingApproval();

    assertThat(JobMachine.due(untold, seconds(5))).isEqualTo(new Next.TellReviewers(gate(untold)));
    assertThat(JobMachine.due(told, seconds(6)))
        .isEqualTo(
            new Next.AwaitDecision(gate(told), gate(told).proposedAt().plus(Duration.ofHours(12))));
  }

  @Test
  void a_request_is_looked_at_again_when_its_time_is_nearly_over_and_when_it_is() {
    var asked =
        JobFixtures.awaiting(
            ReviewTerms.by(List.of(JobFixtures.REVIEWER)).living(JobFixtures.REVIEW_LIVES));
    var end = gate(asked).expiresAt();
    var soon = gate(asked).soonOver();

    assertThat(Duration.between(soon, end))
        .isEqualTo(Duration.between(gate(asked).proposedAt(), end).dividedBy(10));
    assertThat(JobMachine.wakeAt(asked, seconds(6))).contains(soon);
    assertThat(JobMachine.wakeAt(asked, soon)).contains(soon.plus(Duration.ofMinutes(4)));
    assertThat(JobMachine.wakeAt(asked, end.minusSeconds(1))).contains(end);
  }

  @Test
  void silence_expires_the_request_at_its_hour_and_not_before() {
    var asked = aJobAwaitingApproval();
    var end = gate(asked).expiresAt();

    LeasesAndFencesTest.assertRefused(
        asked, new JobEvent.ReviewLapsed(end.minusMillis(1)), Verdict.Reason.TOO_EARLY);
    assertThat(JobMachine.due(asked, end))
        .isEqualTo(new Next.Apply(new JobEvent.ReviewLapsed(end)));
    assertThat(moved(asked, new JobEvent.ReviewLapsed(end)).effects())
        .allMatch(effect -> effect.standing() == Effect.Standing.PREVENTED);
  }

  @Test
  void the_time_limit_stops_work_and_not_a_review() {
    var worked = aJobBeingWorkedOn();
    var end = worked.deadline();

    assertThat(JobMachine.due(worked, end))
        .isEqualTo(new Next.Apply(new JobEvent.DeadlinePassed(end)));
    var failed = (JobState.Failed) moved(worked, new JobEvent.DeadlinePassed(end)).state();
    assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.TIMED_OUT);
    assertThat(JobMachine.due(aJobAwaitingApproval(), end)).isInstanceOf(Next.AwaitDecision.class);
  }
}

package dev.countersign.worker;

import dev.countersign.job.Failure;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.StepFatal;
import dev.countersign.job.JobId;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.TakeAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/// Fails a job whose message came too often, unless a worker holds it or nothing is to be done.
@ApplicationScoped
class GiveUpJob {
  private final DynamoJobStore store;
  private final WorkerId worker;
  private final Commits commits;
  private final FollowUp followUp;
  private final InstantSource clock;

  GiveUpJob(
      DynamoJobStore store,
      WorkerId worker,
      Commits commits,
      FollowUp followUp,
      InstantSource clock) {
    this.store = store;
    this.worker = worker;
    this.commits = commits;
    this.followUp = followUp;
    this.clock = clock;
  }

  void on(JobId id) {
    switch (store.take(id, worker.holder(), clock.instant())) {
      case TakeAnswer.Held(var job) -> commits.commit(job, poison(job), List.of());
      case TakeAnswer.NotNow(var job, _) -> followUp.on(job);
      case TakeAnswer.Missing _ -> {}
    }
  }

  private StepFatal poison(Job job) {
    return new StepFatal(
        clock.instant(),
        job.fence(),
        new Failure(
            Failure.Kind.POISON_MESSAGE,
            job.currentStep().name(),
            "The job's message could not be worked off, however often it came.",
            "Look for the cause in the worker's log at this step, then retry or cancel."));
  }
}

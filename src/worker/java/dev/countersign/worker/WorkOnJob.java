package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.TakeAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// One work item from lease to commit: takes the job, does its steps in order while the time
/// allows, then what is due. Commits first, sends after that, acknowledges last: a crash anywhere
/// loses nothing, because whoever comes next asks again what is due.
@ApplicationScoped
public class WorkOnJob {
  private static final Logger LOG = Logger.getLogger(WorkOnJob.class);

  private final DynamoJobStore store;
  private final WorkerId worker;
  private final DoSteps steps;
  private final FollowUp followUp;
  private final Word word;
  private final ModelAnswers answers;
  private final InstantSource clock;

  WorkOnJob(
      DynamoJobStore store,
      WorkerId worker,
      DoSteps steps,
      FollowUp followUp,
      Word word,
      ModelAnswers answers,
      InstantSource clock) {
    this.store = store;
    this.worker = worker;
    this.steps = steps;
    this.followUp = followUp;
    this.word = word;
    this.answers = answers;
    this.clock = clock;
  }

  /// A model's long answer is there: the job that waits for it goes on.
  public void answered(String response, TimeLeft time) {
    answers.arrived(response).ifPresent(job -> on(job.id(), time));
  }

  /// Returns when nothing is left to do here; throws when the message should come again.
  public void on(JobId id, TimeLeft time) {
    switch (store.take(id, worker.holder(), clock.instant())) {
      case TakeAnswer.Held(var job) -> steps.whileHeld(job, time).ifPresent(this::letGo);
      case TakeAnswer.NotNow(var job, _) -> {
        followUp.on(job);
        answers.over(job);
      }
      case TakeAnswer.Missing _ -> LOG.warnf("%s is in the queue and not in the table", id);
    }
  }

  private void letGo(Job job) {
    followUp.on(job);
    word.after(job);
  }
}

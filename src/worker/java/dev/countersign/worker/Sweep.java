package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobMachine;
import dev.countersign.job.Next;
import dev.countersign.store.DueIndex;
import dev.countersign.store.DueJob;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.Intake;
import dev.countersign.store.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// Wakes every job whose wake-up time has passed: lapsed leases, retries that waited longer than a
/// queue can, lost messages and mails, limits of time. Looks for long answers of models, gives back
/// money that was held too long, and has people told what they are owed word of. Reads each job
/// again first, because the index lags. Of a submission that was broken off before there was a job,
/// it drops the files.
@ApplicationScoped
public class Sweep {
  private static final Logger LOG = Logger.getLogger(Sweep.class);
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10;

  private final DueIndex index;
  private final DynamoJobStore store;
  private final Intake intake;
  private final FollowUp followUp;
  private final Word word;
  private final ModelAnswers answers;
  private final Money money;
  private final InstantSource clock;

  Sweep(
      DueIndex index,
      DynamoJobStore store,
      Intake intake,
      FollowUp followUp,
      Word word,
      ModelAnswers answers,
      Money money,
      InstantSource clock) {
    this.index = index;
    this.store = store;
    this.intake = intake;
    this.followUp = followUp;
    this.word = word;
    this.answers = answers;
    this.money = money;
    this.clock = clock;
  }

  /// Once through all that is due, or until the time is up; the next run goes on from there.
  Tally run(TimeLeft time) {
    var tally = new Tally();
    try (var telling = word.telling()) {
      for (int shard = 0; shard < DueIndex.SHARDS; shard++) shard(shard, time, tally, telling);
    }
    return tally;
  }

  private void shard(int shard, TimeLeft time, Tally tally, Word.Run telling) {
    for (int page = 0; page < MOST_PAGES; page++) {
      var due = index.due(shard, clock.instant(), PAGE);
      for (var job : due) {
        if (!time.allows(Duration.ZERO)) return;
        tally.due(job.dueAt(), clock.instant());
        if (job.notice()) telling.of(job.id());
        else look(job, tally);
      }
      if (due.size() < PAGE) return;
    }
  }

  /// One job's trouble is not the others'.
  private void look(DueJob due, Tally tally) {
    try {
      if (due.call()) answers.due(due);
      else if (due.reservation()) money.releaseDue(due.id(), clock.instant());
      else wake(due, tally);
    } catch (RuntimeException e) {
      LOG.warnf("%s could not be woken (%s)", due.id(), e.getClass().getSimpleName());
    }
  }

  private void wake(DueJob due, Tally tally) {
    store.find(due.id()).ifPresentOrElse(job -> wake(job, tally), () -> intake.drop(due.id()));
  }

  private void wake(Job job, Tally tally) {
    var now = clock.instant();
    switch (JobMachine.due(job, now)) {
      case Next.Apply _ -> followUp.on(job);
      case Next.Run _, Next.TellReviewers _, Next.Remind _ -> {
        if (store.snooze(job, Snooze.until(job, now))) followUp.on(job);
      }
      case Next.AwaitDecision(var gate, _) -> {
        tally.awaited(gate, now);
        later(job, now);
      }
      case Next.Watch _ -> later(job, now);
      case Next.Nothing _ -> LOG.debugf("%s: nothing is due", job.id());
    }
  }

  private void later(Job job, Instant now) {
    JobMachine.wakeAt(job, now).ifPresent(wake -> store.snooze(job, wake));
  }
}

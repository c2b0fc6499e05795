package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobMachine;
import dev.countersign.job.Next;
import dev.countersign.store.DueIndex;
import dev.countersign.store.DueJob;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.Intake;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// Wakes every job whose wake-up time has passed: lapsed leases, retries that waited longer than a
/// queue can, lost messages and mails, limits of time. Reads each job again first, because the
/// index lags. Of a submission that was broken off before there was a job, it drops the files.
@ApplicationScoped
public class Sweep {
  private static final Logger LOG = Logger.getLogger(Sweep.class);
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10;

  private final DueIndex index;
  private final DynamoJobStore store;
  private final Intake intake;
  private final FollowUp followUp;
  private final InstantSource clock;

  Sweep(
      DueIndex index, DynamoJobStore store, Intake intake, FollowUp followUp, InstantSource clock) {
    this.index = index;
    this.store = store;
    this.intake = intake;
    this.followUp = followUp;
    this.clock = clock;
  }

  /// Once through all that is due, or until the time is up; the next run goes on from there.
  ///
  /// @return how many jobs were looked at
  public int run(TimeLeft time) {
    int looked = 0;
    for (int shard = 0; shard < DueIndex.SHARDS; shard++) looked += shard(shard, time);
    return looked;
  }

  private int shard(int shard, TimeLeft time) {
    int looked = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      var due = index.due(shard, clock.instant(), PAGE);
      for (var job : due) {
        if (!time.allows(Duration.ZERO)) return looked;
        looked++;
        wake(job);
      }
      if (due.size() < PAGE) return looked;
    }
    return looked;
  }

  /// One job's trouble is not the others'.
  private void wake(DueJob due) {
    try {
      store.find(due.id()).ifPresentOrElse(this::wake, () -> intake.drop(due.id()));
    } catch (RuntimeException e) {
      LOG.warnf("%s could not be woken (%s)", due.id(), e.getClass().getSimpleName());
    }
  }

  private void wake(Job job) {
    var now = clock.instant();
    switch (JobMachine.due(job, now)) {
      case Next.Apply _ -> followUp.on(job);
      case Next.Run _, Next.TellReviewers _ -> {
        if (store.snooze(job, Snooze.until(job, now))) followUp.on(job);
      }
      case Next.Watch _, Next.AwaitDecision _ ->
          JobMachine.wakeAt(job, now).ifPresent(wake -> store.snooze(job, wake));
      case Next.Nothing _ -> LOG.debugf("%s: nothing is due", job.id());
    }
  }
}

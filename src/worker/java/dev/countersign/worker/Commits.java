package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobMachine;
import dev.countersign.job.Verdict;
import dev.countersign.store.Attachment;
import dev.countersign.store.Commit;
import dev.countersign.store.DynamoJobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Writes what an event makes of a job. When somebody moved the job in between, the core decides
/// again on how it is now.
@ApplicationScoped
class Commits {
  private static final Logger LOG = Logger.getLogger(Commits.class);
  private final DynamoJobStore store;
  private final Metrics metrics;

  Commits(DynamoJobStore store, Metrics metrics) {
    this.store = store;
    this.metrics = metrics;
  }

  /// The job as committed; empty when the event no longer applies, and then nothing was written.
  Optional<Job> commit(Job job, JobEvent event, List<Attachment> with) {
    var now = job;
    while (JobMachine.apply(now, event) instanceof Verdict.Moved moved) {
      switch (store.commit(now, moved, with)) {
        case Commit.Committed(var after) -> {
          log(job, moved, after);
          metrics.ended(after);
          return Optional.of(after);
        }
        case Commit.Lost(var current) -> now = current;
      }
    }
    LOG.infof("%s was moved by somebody else; %s is void.", job.id(), name(event));
    return Optional.empty();
  }

  private static void log(Job job, Verdict.Moved moved, Job after) {
    LOG.infof(
        "job=%s event=%s step=%s attempt=%d status=%s",
        job.id(),
        moved.entry().type(),
        job.currentStep().name(),
        job.progress().attempt(),
        after.state().status());
  }

  private static String name(JobEvent event) {
    return event.getClass().getSimpleName();
  }
}

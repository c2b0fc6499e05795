package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.notify.TellNotices;
import dev.countersign.notify.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// Has people told what they are owed word of. Whatever goes wrong with that is no trouble of any
/// job's: it stays owed, and the sweeper comes back to it.
@ApplicationScoped
class Word {
  private static final Logger LOG = Logger.getLogger(Word.class);

  /// An end that came sooner may be in the answer to the request itself, so the sweeper tells it.
  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  private final TellNotices tell;
  private final Metrics metrics;
  private final InstantSource clock;

  Word(TellNotices tell, Metrics metrics, InstantSource clock) {
    this.tell = tell;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// After work on a job: where it stopped is told at once and not by the next sweep.
  void after(Job job) {
    boolean asks = job.state().asked().isPresent();
    boolean over = job.state().terminal() || job.state() instanceof JobState.Failed;
    boolean late = !clock.instant().isBefore(job.submittedAt().plus(AT_ONCE));
    if (asks || (over && late))
      try (var telling = telling()) {
        telling.of(job.id());
      }
  }

  Run telling() {
    return new Run();
  }

  /// Some telling; at its end it is counted what could not be told.
  final class Run implements AutoCloseable {
    private final Telling telling = new Telling();

    void of(JobId job) {
      try {
        tell.of(job, telling);
      } catch (RuntimeException e) {
        LOG.warnf("%s: word of it stays owed (%s)", job, e.getClass().getSimpleName());
      }
    }

    @Override
    public void close() {
      metrics.untold(telling);
    }
  }
}

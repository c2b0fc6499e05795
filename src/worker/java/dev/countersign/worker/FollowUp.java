package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobMachine;
import dev.countersign.job.Next;
import dev.countersign.job.WorkQueue;
import dev.countersign.notify.TellReviewers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Does what is due of a job that this worker does not hold: messages, notifications, and what time
/// brings.
@ApplicationScoped
class FollowUp {
  private static final Logger LOG = Logger.getLogger(FollowUp.class);

  /// What SQS delays at most; longer waits are the sweeper's.
  private static final Duration MOST_DELAY = Duration.ofMinutes(15);

  private final WorkQueue queue;
  private final TellReviewers tell;
  private final Commits commits;
  private final InstantSource clock;

  FollowUp(WorkQueue queue, TellReviewers tell, Commits commits, InstantSource clock) {
    this.queue = queue;
    this.tell = tell;
    this.commits = commits;
    this.clock = clock;
  }

  /// May be done twice, by anyone: a message too many is refused at the take.
  void on(Job job) {
    var at = Optional.of(job);
    while (at.isPresent()) at = once(at.get());
  }

  /// The job when it moved on and something new may be due.
  private Optional<Job> once(Job job) {
    var now = clock.instant();
    return switch (JobMachine.due(job, now)) {
      case Next.Apply(var event) -> commits.commit(job, event, List.of());
      case Next.TellReviewers _ -> told(job);
      case Next.Remind(_, var number) -> reminded(job, number);
      case Next.Run(var notBefore) -> {
        var delay = Duration.between(now, notBefore);
        if (delay.compareTo(MOST_DELAY) <= 0) queue.send(job, delay);
        yield Optional.empty();
      }
      case Next.Watch _, Next.AwaitDecision _, Next.Nothing _ -> Optional.empty();
    };
  }

  private Optional<Job> reminded(Job job, int number) {
    try {
      return tell.reminded(job, number).flatMap(event -> commits.commit(job, event, List.of()));
    } catch (RuntimeException e) {
      LOG.warnf("%s: reviewers not reminded (%s)", job.id(), e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /// A mail that did not go out is not lost: the job's wake-up brings the sweeper back to it.
  private Optional<Job> told(Job job) {
    try {
      return tell.of(job).flatMap(event -> commits.commit(job, event, List.of()));
    } catch (RuntimeException e) {
      LOG.warnf("%s: reviewers not told (%s)", job.id(), e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}

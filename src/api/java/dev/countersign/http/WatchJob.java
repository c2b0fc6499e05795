package dev.countersign.http;

import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.workflow.Retriable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;

/// Looks at a job's record again and again until it is as wanted or the time is up. It only reads:
/// whether anybody watches makes no difference to the job.
@ApplicationScoped
class WatchJob {
  private final DynamoJobStore store;
  private final InstantSource clock;
  private final Duration lookEvery;

  WatchJob(DynamoJobStore store, InstantSource clock, HttpConfig config) {
    this.store = store;
    this.clock = clock;
    this.lookEvery = config.lookEvery();
  }

  /// The job as it is when it is wanted so, or when the time is up.
  Job until(Job first, Duration most, Predicate<Job> wanted) {
    var job = first;
    var end = clock.instant().plus(most);
    while (!wanted.test(job) && clock.instant().isBefore(end) && slept()) {
      try {
        job = store.find(job.id()).orElse(job);
      } catch (Retriable _) {
        return job; // what is known of it is an answer, too
      }
    }
    return job;
  }

  /// Nothing more happens to it by itself: it is over, failed, or waits for a person.
  static boolean atRest(Job job) {
    return over(job) || job.state() instanceof JobState.NeedsReview;
  }

  /// It has its result, or never will by itself.
  static boolean over(Job job) {
    return job.state().terminal() || job.state() instanceof JobState.Failed;
  }

  private boolean slept() {
    try {
      Thread.sleep(lookEvery);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

package dev.countersign.submit;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.store.Commit;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.Erasure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Takes the values out of a job that is over: documents, files, what was written, and by whom. Its
/// hashes stay, so that its receipt still verifies. A failed job is canceled first: nothing is left
/// that it could go on with.
@ApplicationScoped
public class EraseJob {
  private final DynamoJobStore store;
  private final Erasure erasure;
  private final CancelJob cancel;
  private final InstantSource clock;

  EraseJob(DynamoJobStore store, Erasure erasure, CancelJob cancel, InstantSource clock) {
    this.store = store;
    this.erasure = erasure;
    this.cancel = cancel;
    this.clock = clock;
  }

  /// The same again finishes what was broken off.
  ///
  /// @param by who asks, as authentication says; the caller has checked that they may
  public Asked erase(JobId id, String by) {
    var found = store.find(id);
    if (found.isEmpty())
      return refused(Problem.Kind.NOT_FOUND, "There is no job " + id + ".", "Check the id.");
    var job = found.get();
    if (job.state() instanceof JobState.Failed)
      return switch (cancel.cancel(id, by)) {
        case Asked.Done(var canceled) -> erase(canceled, by);
        case Asked.Refused refused -> refused;
      };
    return erase(job, by);
  }

  private Asked erase(Job job, String by) {
    if (!job.state().terminal())
      return refused(
          Problem.Kind.NOT_NOW,
          job.id() + " is " + job.state().status() + "; what it works with cannot be erased.",
          "Cancel it first, or wait until it is over.");
    if (erasure.recordedAt(job.id()).isPresent()) return finished(job);
    return switch (erasure.record(job, by, clock.instant())) {
      case Commit.Committed(var after) -> finished(after);
      case Commit.Lost(var current) -> erase(current, by);
    };
  }

  private Asked finished(Job job) {
    erasure.finish(job.id());
    return new Asked.Done(job);
  }

  private static Asked refused(Problem.Kind kind, String detail, String remedy) {
    return new Asked.Refused(new Problem(kind, detail, remedy));
  }
}

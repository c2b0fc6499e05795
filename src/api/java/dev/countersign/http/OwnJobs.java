package dev.countersign.http;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.JobPage;
import dev.countersign.store.OwnerIndex;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/// The caller's jobs. Somebody else's job is not found, whoever knows its id.
@RequestScoped
public class OwnJobs {
  private final DynamoJobStore store;
  private final OwnerIndex index;
  private final Caller caller;

  OwnJobs(DynamoJobStore store, OwnerIndex index, Caller caller) {
    this.store = store;
    this.index = index;
    this.caller = caller;
  }

  /// @throws ProblemException 404
  public Job get(String id) {
    return id(id)
        .flatMap(store::find)
        .filter(job -> job.owner().equals(caller.address()))
        .orElseThrow(() -> ProblemDetails.notFound("Job " + shown(id)).thrown());
  }

  /// A job of the caller's, or any job for an operator.
  ///
  /// @throws ProblemException 404
  public Job see(String id) {
    if (!caller.operates()) return get(id);
    return id(id)
        .flatMap(store::find)
        .orElseThrow(() -> ProblemDetails.notFound("Job " + shown(id)).thrown());
  }

  public boolean isMine(Job job) {
    return job.owner().equals(caller.address());
  }

  /// Those of one owner, for an operator; there is no list without an owner.
  ///
  /// @throws ProblemException 403
  public JobPage listOf(String owner, JobPage.Filter filter, Optional<JobPage.Cursor> after) {
    if (!caller.operates() && !owner.equals(caller.address()))
      throw SignInProblems.FOR_OPERATORS.thrown();
    return index.list(owner, filter, after.orElse(null));
  }

  /// Newest first.
  public JobPage list(JobPage.Filter filter, Optional<JobPage.Cursor> after) {
    return index.list(caller.address(), filter, after.orElse(null));
  }

  private static Optional<JobId> id(String id) {
    try {
      return Optional.of(new JobId(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String shown(String id) {
    return id.length() > 60 ? id.substring(0, 60) + "..." : id;
  }
}

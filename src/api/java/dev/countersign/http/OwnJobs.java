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

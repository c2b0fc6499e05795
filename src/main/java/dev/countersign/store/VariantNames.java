package dev.countersign.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.countersign.job.Decision;
import dev.countersign.job.JobState;

/// The names that stored JSON uses for the variants of sealed types; they never change.
final class VariantNames {
  private VariantNames() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = JobState.Queued.class, name = "queued"),
    @JsonSubTypes.Type(value = JobState.Running.class, name = "running"),
    @JsonSubTypes.Type(value = JobState.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = JobState.NeedsReview.class, name = "needs_review"),
    @JsonSubTypes.Type(value = JobState.Approved.class, name = "approved"),
    @JsonSubTypes.Type(value = JobState.Performing.class, name = "performing"),
    @JsonSubTypes.Type(value = JobState.Stopping.class, name = "stopping"),
    @JsonSubTypes.Type(value = JobState.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = JobState.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = JobState.Rejected.class, name = "rejected"),
    @JsonSubTypes.Type(value = JobState.Canceled.class, name = "canceled"),
    @JsonSubTypes.Type(value = JobState.Expired.class, name = "expired")
  })
  interface States {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Decision.Say.Approve.class, name = "approve"),
    @JsonSubTypes.Type(value = Decision.Say.Reject.class, name = "reject"),
    @JsonSubTypes.Type(value = Decision.Say.RequestChanges.class, name = "request_changes"),
    @JsonSubTypes.Type(value = Decision.Say.Edit.class, name = "edit"),
    @JsonSubTypes.Type(value = Decision.Say.Delegate.class, name = "delegate")
  })
  interface Says {}
}

package dev.countersign.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A submission as JSON, for workflows that need no files or whose files were uploaded before.
///
/// @param inputs the workflow's fields by name, see `GET /workflows/{name}`
/// @param uploads ids that `POST /uploads` gave, in the order that the documents are to have
/// @param lane the lane that is expected; another than the workflow's own is refused with the
///   reason
/// @param review how the policy is to be stricter
/// @param budget what the job may spend on models at most, in USD, such as `0.50`
/// @param timeLimit how long it may work, ISO 8601, such as `PT20M`
@RegisterForReflection
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record SubmitJson(
    @Nullable String workflow,
    @Nullable String title,
    @Nullable Map<String, String> inputs,
    @Nullable List<String> uploads,
    @Nullable String lane,
    @Nullable ReviewJson review,
    @Nullable String budget,
    @Nullable String timeLimit) {

  /// How the policy is to be stricter for this job; it cannot be made wider.
  ///
  /// @param by some of the policy's deciders
  /// @param approvals how many must approve
  /// @param within how long the request lives, ISO 8601, such as `PT4H`
  @RegisterForReflection
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record ReviewJson(
      @Nullable List<String> by, @Nullable Integer approvals, @Nullable String within) {}
}

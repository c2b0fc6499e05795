package dev.countersign.store;

import dev.countersign.job.EffectId;
import dev.countersign.job.Gate;
import dev.countersign.job.JobId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// What a job asked for at its gate, exactly as it was shown.
///
/// @param gate as it was proposed; how it is now is in the job
/// @param summary one sentence: verb, object, to whom
/// @param packet name of the artifact that the reviewer reads
@RegisterForReflection
public record Proposal(
    JobId job, Gate gate, String summary, String packet, List<ProposedAction> actions) {
  public Proposal {
    actions = List.copyOf(actions);
  }

  /// One action, rendered whole; its bytes are in S3.
  ///
  /// @param sha256 of the bytes that would go out
  @RegisterForReflection
  public record ProposedAction(
      EffectId effect,
      String kind,
      String target,
      String subject,
      String mediaType,
      String key,
      long bytes,
      String sha256) {}
}

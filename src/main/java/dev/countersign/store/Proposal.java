package dev.countersign.store;

import dev.countersign.job.Amount;
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
/// @param documents names of what was read before this was proposed, which nobody vouches for
@RegisterForReflection
public record Proposal(
    JobId job,
    Gate gate,
    String summary,
    String packet,
    List<ProposedAction> actions,
    List<String> documents) {
  public Proposal {
    actions = List.copyOf(actions);
    documents = documents == null ? List.of() : List.copyOf(documents);
  }

  public Proposal(
      JobId job, Gate gate, String summary, String packet, List<ProposedAction> actions) {
    this(job, gate, summary, packet, actions, List.of());
  }

  /// One action, rendered whole; its bytes are in S3.
  ///
  /// @param sha256 of the bytes that would go out
  /// @param amounts the money at stake; none in the stored JSON of what was proposed before they
  ///   were kept
  @RegisterForReflection
  public record ProposedAction(
      EffectId effect,
      String kind,
      String target,
      String subject,
      String mediaType,
      String key,
      long bytes,
      String sha256,
      List<Amount> amounts) {
    public ProposedAction {
      amounts = amounts == null ? List.of() : List.copyOf(amounts);
    }

    public ProposedAction(
        EffectId effect,
        String kind,
        String target,
        String subject,
        String mediaType,
        String key,
        long bytes,
        String sha256) {
      this(effect, kind, target, subject, mediaType, key, bytes, sha256, List.of());
    }
  }
}

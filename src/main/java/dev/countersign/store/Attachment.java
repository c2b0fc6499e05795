package dev.countersign.store;

import dev.countersign.job.Decision;
import dev.countersign.workflow.SourceReading;

/// What else goes into the transaction that commits a move.
public sealed interface Attachment {
  /// A step's result, made by `Checkpoints.write`.
  record Checkpoint(String step, int revision, Body result) implements Attachment {
    /// What the job's record keeps of it, and what `Checkpoints.read` opens.
    public String reference() {
      return Keys.checkpoint(step, revision);
    }
  }

  /// A new version of a file, made by `Artifacts.write`.
  record ArtifactVersion(StoredArtifact artifact) implements Attachment {}

  /// What became of a source.
  record Reading(SourceReading reading) implements Attachment {}

  /// What is to be decided on; goes with the event `Proposed`.
  record Proposing(Proposal proposal) implements Attachment {}

  /// What was said; goes with the event `Decided`.
  record Deciding(int revision, Decision decision) implements Attachment {}

  /// That something of this owner's has reached that target; goes with the end of an effect that
  /// was done. What is stored is a hash.
  record Reaching(String owner, String kind, String target) implements Attachment {}
}

package dev.countersign.job;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a named person said of one digest.
///
/// @param digest of the proposal that was shown
/// @param display digest of the page that it was shown on; null when the request did not say, and
///   in decisions from before it was kept
/// @param mac keyed, over all the rest and the terms it was said under; the worker checks it, so
///   that who can write the table cannot forge a decision
public record Decision(
    ApprovalId approval,
    String digest,
    @Nullable String display,
    Say say,
    Decider by,
    Instant at,
    String mac) {
  public Decision sealed(String seal) {
    return new Decision(approval, digest, display, say, by, at, seal);
  }

  public sealed interface Say {
    record Approve() implements Say {}

    record Reject(String reason) implements Say {}

    record RequestChanges(String comment) implements Say {}

    /// The same with another wording: a new draft that is asked about anew.
    record Edit(List<Change> changes) implements Say {
      public Edit {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) throw new IllegalArgumentException("an edit changes something");
      }
    }

    /// Somebody else decides in this person's place.
    record Delegate(String to) implements Say {
      public Delegate {
        to = to.strip().toLowerCase(Locale.ROOT);
      }
    }
  }

  /// Another wording of one effect; null leaves it as it is. Where it goes cannot be edited.
  ///
  /// @param action its place among those proposed, from 0
  public record Change(int action, @Nullable String subject, @Nullable String text) {}
}

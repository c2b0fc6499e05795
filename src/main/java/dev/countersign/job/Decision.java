package dev.countersign.job;

import java.time.Instant;

/// What a named person said of one digest.
///
/// @param digest of the proposal that was shown
/// @param mac keyed, over all the rest; the worker checks it, so that who can write the table
///   cannot forge a decision
public record Decision(
    ApprovalId approval, String digest, Say say, Decider by, Instant at, String mac) {
  public sealed interface Say {
    record Approve() implements Say {}

    record Reject(String reason) implements Say {}

    record RequestChanges(String comment) implements Say {}
  }
}

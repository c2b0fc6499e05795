package dev.countersign.store;

import java.time.Instant;
import java.util.Map;

/// A stored entry of a job's story.
///
/// @param seq the job's version that it made
/// @param facts names, kinds, ids and counts
/// @param personal what is still kept of the values that can be erased
/// @param canonical the RFC 8785 form that was hashed; personal values are in it as commitments
/// @param hash SHA-256, lower-case hex, of `canonical`, which names the entry before it
public record TimelineEvent(
    long seq,
    String type,
    Instant at,
    Map<String, String> facts,
    Map<String, Personal> personal,
    String canonical,
    String hash) {
  public TimelineEvent {
    facts = Map.copyOf(facts);
    personal = Map.copyOf(personal);
  }

  /// A value with the salt (lower-case hex) of its commitment in the chain.
  public record Personal(String salt, String value) {}

  /// The value of that name, or empty text when it was erased.
  public String personal(String name) {
    var kept = personal.get(name);
    return kept == null ? "" : kept.value();
  }
}

package dev.countersign.job;

import java.time.Instant;
import java.util.Map;

/// One entry of a job's story. The store numbers it with the job's version and chains its hash.
///
/// @param facts names, kinds, ids and counts; never document text
/// @param personal values that must be erasable: they enter the chain as salted commitments
public record TimelineEntry(
    String type, Instant at, Map<String, String> facts, Map<String, String> personal) {
  public TimelineEntry {
    facts = Map.copyOf(facts);
    personal = Map.copyOf(personal);
  }
}

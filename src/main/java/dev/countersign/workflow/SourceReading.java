package dev.countersign.workflow;

import java.util.List;

/// What became of a source: how much of it was read, what was not and why.
///
/// @param role what it was taken for
/// @param why how that was found
/// @param gaps one sentence each; empty when all was read
public record SourceReading(
    String source, String mediaType, int pages, String role, String why, List<String> gaps) {
  public SourceReading {
    gaps = List.copyOf(gaps);
  }
}

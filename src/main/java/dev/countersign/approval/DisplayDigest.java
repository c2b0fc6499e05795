package dev.countersign.approval;

import dev.countersign.job.Risk;
import dev.countersign.store.StoredArtifact;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.SourceReading;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The digest of what a person is shown beside the action itself: SHA-256 over the canonical JSON
/// (RFC 8785) of `{documents: [[name, sha256], ...], files: [[name, sha256], ...], gaps: [[source,
/// gap, ...], ...], packet, risk: [level, reason, ...], summary}`. Apart from the digest of the
/// action, so that an approval stays good for exactly that action however it is shown again.
public final class DisplayDigest {
  private DisplayDigest() {}

  /// @param packet name of the file that the reviewer reads
  /// @param files of the draft, the packet among them
  public record Shown(
      String summary,
      String packet,
      List<StoredArtifact> files,
      List<Source> documents,
      List<SourceReading> readings,
      Risk risk) {}

  /// Lower-case hex.
  public static String of(Shown shown) {
    return ProposalDigest.sha256(
        ProposalDigest.canonical(
            Map.of(
                "summary", shown.summary(),
                "packet", shown.packet(),
                "files", pairs(shown.files().stream().map(f -> List.of(f.name(), f.sha256()))),
                "documents",
                    pairs(shown.documents().stream().map(d -> List.of(d.name(), d.sha256()))),
                "gaps", pairs(shown.readings().stream().map(DisplayDigest::gaps)),
                "risk", List.of(shown.risk().level().wireName(), shown.risk().reasons()))));
  }

  private static List<String> gaps(SourceReading reading) {
    return Stream.concat(Stream.of(reading.source()), reading.gaps().stream()).toList();
  }

  /// In an order that does not depend on how they were read.
  private static List<List<String>> pairs(Stream<List<String>> rows) {
    return rows.sorted(Comparator.comparing(String::valueOf)).toList();
  }
}

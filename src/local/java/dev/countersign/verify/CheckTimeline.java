package dev.countersign.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.store.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// Computes the timeline's chain again: each entry's hash, that it names the one before it, and the
/// commitments of the values that are still there.
final class CheckTimeline {
  private static final String PART = "timeline";
  private final Report report;
  private int values;
  private int gone;

  CheckTimeline(Report report) {
    this.report = report;
  }

  void check(ReceiptFile receipt, JsonNode manifest) {
    var previous = "";
    long seq = 0;
    for (var link : receipt.section(PART)) {
      seq++;
      var entry = ReceiptFile.parsed(link.path("entry").asText());
      var hash = Sha256.hex(link.path("entry").asText());
      if (!hash.equals(link.path("hash").asText()))
        report.wrong(PART, "entry %d was changed: its hash is another".formatted(seq));
      if (entry.path("seq").asLong() != seq || !entry.path("previous").asText().equals(previous))
        report.wrong(PART, "the chain breaks before entry %d".formatted(seq));
      if (!entry.path("job").equals(receipt.job().path("id")))
        report.wrong(PART, "entry %d belongs to another job".formatted(seq));
      values(seq, entry.path("commitments"), link.path("personal"));
      previous = hash;
    }
    ends(seq, previous, receipt, manifest);
  }

  private void values(long seq, JsonNode commitments, JsonNode personal) {
    personal
        .properties()
        .forEach(value -> {
          values++;
          if (!commitments.path(value.getKey()).asText().equals(commitment(value.getValue())))
            report.wrong(
                PART, "\"%s\" of entry %d is not what was said".formatted(value.getKey(), seq));
        });
    gone += Math.max(0, commitments.size() - personal.size());
  }

  private void ends(long entries, String head, ReceiptFile receipt, JsonNode manifest) {
    var signed = manifest.path("head").asText(receipt.job().path("head").asText());
    if (!head.equals(signed) || !head.equals(receipt.job().path("head").asText()))
      report.wrong(PART, "it does not end where the job does: entries are missing or added");
    if (manifest.path("version").asLong(entries) != entries)
      report.wrong(
          PART, "%d entries, and the job has %s".formatted(entries, manifest.path("version")));
    report.okUnlessWrong(
        PART,
        "%d entries, unbroken to %s; %d values fit their commitments, %d are not shown"
            .formatted(entries, head.substring(0, Math.min(12, head.length())), values, gone));
  }

  /// SHA-256 over the salt's bytes and then the value's.
  private static String commitment(JsonNode personal) {
    try {
      var bytes = new ByteArrayOutputStream();
      bytes.writeBytes(HexFormat.of().parseHex(personal.path("salt").asText()));
      bytes.writeBytes(personal.path("value").asText().getBytes(UTF_8));
      return Sha256.hex(bytes.toByteArray());
    } catch (IllegalArgumentException _) {
      return "no salt";
    }
  }
}

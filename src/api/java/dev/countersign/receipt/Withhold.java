package dev.countersign.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.store.Redaction;
import java.util.List;
import java.util.Map;

/// Takes out of a receipt what an operator does not see: what was submitted, proposed and said. The
/// hashes and who decided stay.
final class Withhold {
  private static final List<String> WITH_CONTENT =
      List.of("inputs", "revisions", "decisions", "effects");

  private Withhold() {}

  static void from(Map<String, JsonNode> sections) {
    for (var name : WITH_CONTENT)
      sections.computeIfPresent(name, (_, section) -> Redaction.WITHHELD.of(section));
    sections.computeIfPresent(
        "job",
        (_, job) -> {
          var bare = (ObjectNode) Redaction.WITHHELD.withNames().of(job);
          return bare.put("withheld", true);
        });
  }
}

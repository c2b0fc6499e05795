package dev.countersign.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.store.CanonicalJson;
import dev.countersign.store.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// Whether what happened is what was decided: each revision's digest over its actions, each
/// decision on such a digest and in the timeline, each effect with its decision.
final class CheckDecisions {
  private static final Set<String> DONE = Set.of("effect_done", "effect_found_done");
  private static final Set<String> MAY_HAVE_HAPPENED = Set.of("ATTEMPTING", "DONE", "UNKNOWN");
  private final ReceiptFile receipt;
  private final List<JsonNode> story;
  private final Report report;

  CheckDecisions(ReceiptFile receipt, Report report) {
    this.receipt = receipt;
    this.story =
        StreamSupport.stream(receipt.section("timeline").spliterator(), false)
            .map(link -> ReceiptFile.parsed(link.path("entry").asText()))
            .toList();
    this.report = report;
  }

  void check() {
    nothingLeftOut();
    receipt.section("revisions").forEach(this::revision);
    var revisions = receipt.section("revisions").size();
    report.okUnlessWrong(
        "revisions",
        receipt.whole()
            ? "%d, each with the digest of its actions".formatted(revisions)
            : "%d; their digests stay, what they are over is not shown".formatted(revisions));
    receipt.section("decisions").forEach(this::decision);
    report.okUnlessWrong(
        "decisions",
        "%d, each on its revision's digest and in the timeline"
            .formatted(receipt.section("decisions").size()));
    receipt.section("effects").forEach(this::effect);
    report.okUnlessWrong(
        "effects",
        "%d, each of its revision's bytes and after a decision"
            .formatted(receipt.section("effects").size()));
  }

  private void revision(JsonNode revision) {
    var gate = revision.path("gate");
    if (receipt.whole() && !digest(revision.path("actions")).equals(gate.path("digest").asText()))
      report.wrong(
          "revisions",
          "revision %s: its digest is not that of its actions".formatted(gate.path("revision")));
    if (told(e -> e.path("type").asText().equals("proposed") && about(e, gate)).isEmpty())
      report.wrong(
          "revisions",
          "revision %s: the timeline knows another one".formatted(gate.path("revision")));
  }

  private void decision(JsonNode decision) {
    var approval = decision.path("approval");
    var gate =
        one("revisions", r -> r.path("gate").path("approval").equals(approval))
            .map(r -> r.path("gate"));
    if (gate.filter(g -> g.path("digest").equals(decision.path("digest"))).isEmpty())
      report.wrong(
          "decisions", approval.asText() + ": decided on another digest than was proposed");
    if (told(e -> e.path("at").equals(decision.path("at")) && about(e, decision)).isEmpty())
      report.wrong("decisions", approval.asText() + ": the timeline does not know of it");
  }

  private Optional<JsonNode> told(Predicate<JsonNode> wanted) {
    return story.stream().filter(wanted).findFirst();
  }

  /// @param said has an `approval` and a `digest`
  private static boolean about(JsonNode entry, JsonNode said) {
    var facts = entry.path("facts");
    return facts.path("approval").equals(said.path("approval"))
        && facts.path("digest").equals(said.path("digest"));
  }

  /// What the timeline tells must be among the decisions and effects, too.
  private void nothingLeftOut() {
    for (var entry : story) {
      var facts = entry.path("facts");
      if (facts.has("how")
          && facts.has("approval")
          && one("decisions", d -> d.path("at").equals(entry.path("at"))).isEmpty())
        report.wrong("decisions", "that of entry %s is missing".formatted(entry.path("seq")));
      if (DONE.contains(entry.path("type").asText())
          && one("effects", e -> done(e, facts)).isEmpty())
        report.wrong("effects", facts.path("effect").asText() + ": the timeline says it was done");
    }
  }

  private static boolean done(JsonNode effect, JsonNode facts) {
    return effect.path("id").equals(facts.path("effect"))
        && effect.path("standing").asText().equals("DONE")
        && effect.path("facts").path("ref").equals(facts.path("ref"));
  }

  private void effect(JsonNode effect) {
    var id = effect.path("id");
    var standing = effect.path("standing").asText();
    var revision = one("revisions", r -> any(r.path("actions"), a -> fits(a, effect)));
    if (revision.isEmpty())
      report.wrong("effects", id.asText() + ": its bytes are not those that were proposed");
    var approval = revision.map(r -> r.path("gate").path("approval"));
    if (MAY_HAVE_HAPPENED.contains(standing)
        && one(
                "decisions",
                d ->
                    approval.filter(d.path("approval")::equals).isPresent()
                        && d.path("say").path("is").asText().equals("approve"))
            .isEmpty()) report.wrong("effects", id.asText() + ": nobody approved it");
  }

  private static boolean fits(JsonNode action, JsonNode effect) {
    return action.path("effect").equals(effect.path("id"))
        && action.path("kind").equals(effect.path("kind"))
        && action.path("sha256").equals(effect.path("digest"));
  }

  private Optional<JsonNode> one(String section, Predicate<JsonNode> wanted) {
    return StreamSupport.stream(receipt.section(section).spliterator(), false)
        .filter(wanted)
        .findFirst();
  }

  private static boolean any(JsonNode list, Predicate<JsonNode> wanted) {
    return StreamSupport.stream(list.spliterator(), false).anyMatch(wanted);
  }

  /// SHA-256 over the canonical JSON of kind, target, subject, media type, the bytes' hash and, if
  /// there are any, the amounts of each action.
  private static String digest(JsonNode actions) {
    var all = JsonNodeFactory.instance.arrayNode();
    for (var action : actions) {
      var fields = all.addArray();
      for (var field : new String[] {"kind", "target", "subject", "media_type", "sha256"})
        fields.add(action.path(field));
      if (!action.path("amounts").isEmpty()) fields.add(amounts(action.path("amounts")));
    }
    return Sha256.hex(CanonicalJson.of(all.toString()));
  }

  private static ArrayNode amounts(JsonNode amounts) {
    var all = JsonNodeFactory.instance.arrayNode();
    for (var amount : amounts)
      all.addArray().add(amount.path("value")).add(amount.path("currency"));
    return all;
  }
}

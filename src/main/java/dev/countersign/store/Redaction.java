package dev.countersign.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes values out of a record and leaves its shape: numbers, times and the texts of fields that
/// are known to hold ids, digests and kinds stay, every other text goes. A field that somebody adds
/// is taken out until it is named here.
public final class Redaction {
  private static final Set<String> KEPT =
      Set.of(
          "action",
          "agent",
          "approval",
          "checkpoint",
          "currency",
          "digest",
          "display",
          "done",
          "effect",
          "finish",
          "head",
          "how",
          "id",
          "is",
          "job",
          "key",
          "kind",
          "level",
          "mac",
          "mediatype",
          "model",
          "onexhausted",
          "outcome",
          "packet",
          "prevented",
          "prompt",
          "provider",
          "redraft",
          "response",
          "role",
          "sha256",
          "signin",
          "source",
          "standing",
          "status",
          "step",
          "task",
          "unknown");

  /// Holds nothing personal at any depth, whatever the names in it.
  private static final Set<String> KEPT_WHOLE = Set.of("erased", "facts", "workflow");

  /// Named by whoever submitted or by their program.
  private static final Set<String> NEVER_KEPT = Set.of("inputs");

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|PT?\\d[0-9DTHMS.]*");

  /// What is erased for good: whatever a person wrote, and who they are.
  public static final Redaction ERASED = new Redaction("(erased)", Set.of());

  /// What an operator does not see: what a person wrote, but not who they are.
  public static final Redaction WITHHELD =
      new Redaction(
          "(withheld)",
          Set.of(
              "address",
              "as",
              "askedby",
              "deciders",
              "delegates",
              "from",
              "owner",
              "reviewers",
              "roles",
              "to",
              "told"));

  private final String word;
  private final Set<String> kept;

  private Redaction(String word, Set<String> alsoKept) {
    this.word = word;
    kept = new HashSet<>(KEPT);
    kept.addAll(alsoKept);
  }

  /// The same, but fields called `name` hold what our own code calls its steps and files.
  public Redaction withNames() {
    var more = new HashSet<>(kept);
    more.add("name");
    return new Redaction(word, more);
  }

  /// What stands in place of a value.
  public String word() {
    return word;
  }

  /// A copy without the values.
  public JsonNode of(JsonNode record) {
    return copy(record, "", false);
  }

  private JsonNode copy(JsonNode node, String name, boolean never) {
    if (node instanceof ObjectNode object) return copy(object, never);
    if (node.isArray()) {
      var list = JsonNodeFactory.instance.arrayNode();
      for (var part : node) list.add(part(part, name, never, list.size()));
      return list;
    }
    return node.isTextual() ? text(node, name, never, word) : node.deepCopy();
  }

  private ObjectNode copy(ObjectNode object, boolean never) {
    var copy = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(field -> {
          var name = plain(field.getKey());
          copy.set(
              field.getKey(),
              KEPT_WHOLE.contains(name)
                  ? field.getValue().deepCopy()
                  : copy(field.getValue(), name, never || NEVER_KEPT.contains(name)));
        });
    return copy;
  }

  /// Told apart, because some lists hold nothing twice.
  private JsonNode part(JsonNode part, String name, boolean never, int index) {
    if (!part.isTextual()) return copy(part, name, never);
    return text(part, name, never, word.replace(")", " " + (index + 1) + ")"));
  }

  private JsonNode text(JsonNode text, String name, boolean never, String instead) {
    var known = kept.contains(name) || TIME.matcher(text.asText()).matches();
    var keeps = text.asText().isEmpty() || (known && !never);
    return keeps ? text : JsonNodeFactory.instance.textNode(instead);
  }

  /// `mediaType` and `media_type` are one name.
  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}

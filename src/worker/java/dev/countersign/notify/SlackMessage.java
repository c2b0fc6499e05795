package dev.countersign.notify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Gate;
import dev.countersign.job.Occasion;
import java.net.URI;

/// What Slack is told, in Block Kit: a title, what it is about, and one button that opens the page,
/// where the person signs in. A message in a channel is for all who are in it, so nothing can be
/// decided from it, and its link is nobody's own. Limits:
/// <https://docs.slack.dev/reference/block-kit/blocks>.
final class SlackMessage {
  private static final int MOST_HEADER = 150;
  private static final int MOST_SECTION = 3000;
  private static final int MOST_FIELD = 2000;
  private final NotifyConfig config;
  private final Times times;
  private final URI publicUrl;

  SlackMessage(NotifyConfig config, URI publicUrl) {
    this.config = config;
    this.times = new Times(config.zone());
    this.publicUrl = publicUrl;
  }

  /// Without the channel: `text` for lists and readers aloud, `blocks`, nothing unfurled.
  ObjectNode of(Facts facts, Gate gate) {
    boolean tells = config.details() == NotifyConfig.Details.SUMMARY;
    var kind = facts.notice().kind();
    var title = title(kind, facts, gate);
    var what = tells ? Plain.line(facts.summary()) : "A decision is asked for.";
    var message = JsonNodeFactory.instance.objectNode();
    message.put("text", escaped(Plain.shortened(title + ": " + what, MOST_SECTION / 2)));
    message.put("unfurl_links", false).put("unfurl_media", false);
    var blocks = message.putArray("blocks");
    block(blocks, "header").set("text", plain(title, MOST_HEADER));
    block(blocks, "section").set("text", plain(what, MOST_SECTION));
    var fields = block(blocks, "section").putArray("fields");
    if (facts.open()) open(fields, gate, tells);
    else settled(fields, facts, tells);
    if (facts.open() && tells) reasons(blocks, gate);
    button(blocks, facts.open() ? "Look at it and decide" : "See what became of it", gate);
    return message;
  }

  private String title(Occasion kind, Facts facts, Gate gate) {
    var by = times.brief(gate.expiresAt(), gate.proposedAt());
    return switch (kind) {
      case NEEDS_REVIEW -> (gate.revision() > 1 ? "New draft: decide by " : "Decide by ") + by;
      case REMINDED -> "Reminder: decide by " + by;
      case ESCALATED -> "Nobody has decided: decide by " + by;
      case APPROVED -> "Approved";
      case REJECTED -> "Rejected, nothing was done";
      case EXPIRED -> "Nobody decided in time, nothing was done";
      case REDRAFTED -> redrafted(facts);
      case COMPLETED -> "Approved and done";
      case FAILED -> "Stopped, a person is needed";
      case CANCELED -> "Canceled";
    };
  }

  private static String redrafted(Facts facts) {
    return facts
        .decision()
        .map(Decision::say)
        .map(say ->
            say instanceof Say.Edit
                ? "Wording edited, a new draft follows"
                : "Changes asked for, a new draft follows")
        .orElse("A new draft follows");
  }

  private void open(ArrayNode fields, Gate gate, boolean tells) {
    field(fields, "Decide by", times.whole(gate.expiresAt()));
    field(fields, "Code", ReviewLetter.code(gate));
    if (!tells) return;
    var amounts = ReviewLetter.amounts(gate);
    if (!amounts.isEmpty()) field(fields, "Amount", amounts);
    field(fields, "Risk", Plain.sentenceStart(gate.brief().risk().level().wireName()));
  }

  private void settled(ArrayNode fields, Facts facts, boolean tells) {
    field(fields, "When", times.whole(facts.notice().at()));
    if (!tells) return;
    facts.decision().ifPresent(d -> field(fields, "Decided by", d.by().address()));
    if (facts.notice().kind().end())
      EffectWords.of(facts, times).stream().limit(5).forEach(e -> field(fields, "Effect", e));
  }

  private static void reasons(ArrayNode blocks, Gate gate) {
    var reasons = gate.brief().risk().reasons().stream().map(Plain::line).limit(5).toList();
    if (reasons.isEmpty()) return;
    block(blocks, "context").putArray("elements").add(plain(String.join(" ", reasons), MOST_FIELD));
  }

  private void button(ArrayNode blocks, String label, Gate gate) {
    var button = JsonNodeFactory.instance.objectNode().put("type", "button");
    button.set("text", plain(label, 75));
    button.put("action_id", "open");
    button.put("url", publicUrl.resolve("/ui/approvals/" + gate.approval()).toString());
    block(blocks, "actions").putArray("elements").add(button);
  }

  private static ObjectNode block(ArrayNode blocks, String type) {
    return blocks.addObject().put("type", type);
  }

  /// Not read as markup.
  private static ObjectNode plain(String text, int most) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "plain_text")
        .put("text", Plain.shortened(text, most))
        .put("emoji", false);
  }

  private static void field(ArrayNode fields, String name, String value) {
    fields
        .addObject()
        .put("type", "mrkdwn")
        .put("text", "*%s*\n%s".formatted(name, escaped(Plain.shortened(value, 300))))
        .put("verbatim", true);
  }

  /// The three characters that Slack reads as its own.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package dev.countersign.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.effect.WebPost;
import dev.countersign.job.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells a Slack channel of requests for a decision. With a bot's token the message is rewritten to
/// the outcome, so that none is left that still asks; an incoming webhook cannot, and says it in
/// another message.
@ApplicationScoped
class SlackChannel implements Channel {
  private static final String NAME = "slack";
  private final NotifyConfig.Slack config;
  private final SlackMessage messages;
  private final SlackCalls calls;

  SlackChannel(
      NotifyConfig config,
      WebPost web,
      @ConfigProperty(name = "countersign.public-url", defaultValue = "http://localhost:8080")
          URI publicUrl) {
    this.config = config.slack();
    this.messages = new SlackMessage(config, publicUrl);
    this.calls = new SlackCalls(config, web);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean on() {
    return config.token().isPresent() || config.webhook().isPresent();
  }

  @Override
  public Told tell(Facts facts) {
    var gate = facts.gate();
    if (gate.isEmpty()) return new Told.Skipped("No decision was asked for.");
    var kind = facts.notice().kind();
    boolean asks =
        kind == Occasion.NEEDS_REVIEW || kind == Occasion.REMINDED || kind == Occasion.ESCALATED;
    if (asks ? !facts.open() : facts.overtaken())
      return new Told.Skipped("Something else has followed.");
    var message = messages.of(facts, gate.get());
    var posted = facts.asked(NAME);
    if (kind == Occasion.NEEDS_REVIEW) return posted(message);
    if (posted.isEmpty()) return new Told.Skipped("Slack was not asked for this decision.");
    return asks ? replied(message, posted.get()) : rewritten(message, posted.get());
  }

  private Told posted(ObjectNode message) {
    var token = config.token();
    if (token.isEmpty()) return calls.webhook(message);
    var channel = config.channel();
    if (channel.isEmpty()) return new Told.Never("countersign.notify.slack.channel is not set.");
    return calls.api("chat.postMessage", message.put("channel", channel.get()));
  }

  /// Below the message that asks, and in the channel, too: an edit alone would be noticed by
  /// nobody.
  private Told replied(ObjectNode message, String posted) {
    return place(posted)
        .map(at ->
            calls.api(
                "chat.postMessage",
                message
                    .put("channel", at.channel())
                    .put("thread_ts", at.ts())
                    .put("reply_broadcast", true)))
        .orElseGet(() -> calls.webhook(message));
  }

  private Told rewritten(ObjectNode message, String posted) {
    return place(posted)
        .map(
            at -> calls.api("chat.update", message.put("channel", at.channel()).put("ts", at.ts())))
        .orElseGet(() -> calls.webhook(message));
  }

  /// Where a bot's message is; empty for one that went by webhook, or when there is no token now.
  private Optional<Place> place(String posted) {
    var parts = posted.split("/", 2);
    return config.token().isPresent() && parts.length == 2
        ? Optional.of(new Place(parts[0], parts[1]))
        : Optional.empty();
  }

  private record Place(String channel, String ts) {}
}

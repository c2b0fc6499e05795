package dev.countersign.notify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.effect.WebPost;
import dev.countersign.effect.WebPost.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/// Posts a thin event to a receiver of the operator's: what kind of thing happened to which job. No
/// content; whoever wants to know more asks the API. Signed as Standard Webhooks says, its id the
/// same from try to try.
@ApplicationScoped
class EventWebhook implements Channel {
  private static final int GONE = 410;
  private final NotifyConfig config;
  private final WebPost web;
  private final InstantSource clock;

  EventWebhook(NotifyConfig config, WebPost web, InstantSource clock) {
    this.config = config;
    this.web = web;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public boolean on() {
    return config.webhook().url().isPresent();
  }

  @Override
  public Told tell(Facts facts) {
    var type = type(facts);
    if (type.isEmpty()) return new Told.Skipped("Receivers are not told of this.");
    var secret = config.webhook().secret();
    if (secret.isEmpty())
      return new Told.Never("countersign.notify.webhook.secret is not set, so nothing is signed.");
    var id = "msg_%s_%d".formatted(facts.job().id(), facts.notice().seq());
    var body = body(type.get(), facts).getBytes(StandardCharsets.UTF_8);
    var signed = WebPost.signature(secret.get(), id, clock.instant(), body);
    return told(web.json(config.webhook().url().orElseThrow(), signed, body, config.timeout()), id);
  }

  private static Optional<String> type(Facts facts) {
    var kind = facts.notice().kind();
    return switch (kind) {
      case NEEDS_REVIEW, COMPLETED, FAILED, CANCELED -> Optional.of(kind.wireName());
      case APPROVED, REJECTED, EXPIRED, REDRAFTED -> Optional.of("decided");
      case REMINDED, ESCALATED -> Optional.empty();
    };
  }

  private static String body(String type, Facts facts) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("type", "dev.countersign." + type);
    event.put("timestamp", facts.notice().at().toString());
    var data = event.putObject("data").put("job", facts.job().id().value());
    var approval = facts.notice().approval();
    if (approval != null) data.put("approval", approval.value());
    return event.toString();
  }

  private static Told told(Reply reply, String id) {
    return switch (reply) {
      case Reply.Answered answer when answer.good() -> new Told.Done(id);
      case Reply.Answered(int status, _) when status == GONE ->
          new Told.Never("The receiver is gone (410). Take its address out of the settings.");
      case Reply.Answered(int status, _) ->
          new Told.NotNow("The receiver answered %d.".formatted(status));
      case Reply.Silent _ -> new Told.NotNow("The receiver did not answer.");
      case Reply.NotAllowed(var why) -> new Told.Never(why);
    };
  }
}

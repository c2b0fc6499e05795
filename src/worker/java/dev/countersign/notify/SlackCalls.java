package dev.countersign.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.effect.WebPost;
import dev.countersign.effect.WebPost.Reply;
import dev.countersign.notify.Channel.Told;
import java.util.Map;
import java.util.Set;

/// Slack's Web API and its incoming webhooks, as far as they are needed.
/// <https://docs.slack.dev/reference/methods/chat.postMessage>
final class SlackCalls {
  /// What another try may mend; every other error is in the settings or in the message.
  private static final Set<String> PASSING =
      Set.of(
          "ratelimited",
          "rate_limited",
          "message_limit_exceeded",
          "internal_error",
          "fatal_error",
          "request_timeout",
          "service_unavailable",
          "team_added_to_org");

  private static final ObjectMapper JSON = new ObjectMapper();
  private final NotifyConfig config;
  private final WebPost web;

  SlackCalls(NotifyConfig config, WebPost web) {
    this.config = config;
    this.web = web;
  }

  /// A method of the Web API, as the bot; done with the message's channel and time, `C123/1700.1`.
  Told api(String method, ObjectNode arguments) {
    var auth = Map.of("Authorization", "Bearer " + config.slack().token().orElseThrow());
    var body = arguments.toString().getBytes(UTF_8);
    var address = config.slack().api() + "/" + method;
    return switch (web.json(address, auth, body, config.timeout())) {
      case Reply.Answered answer when answer.good() -> answered(answer.body());
      case Reply.Answered(int status, _) -> notNow(status);
      case Reply.Silent _ -> new Told.NotNow("Slack did not answer.");
      case Reply.NotAllowed(var why) -> new Told.Never(why);
    };
  }

  Told webhook(ObjectNode message) {
    var address = config.slack().webhook();
    if (address.isEmpty())
      return new Told.Never("countersign.notify.slack.token or .webhook was taken away.");
    var body = message.toString().getBytes(UTF_8);
    return switch (web.json(address.get(), Map.of(), body, config.timeout())) {
      case Reply.Answered answer when answer.good() -> new Told.Done("");
      case Reply.Answered(int status, _) when status >= 400 && status < 500 && status != 429 ->
          new Told.Never(
              "Slack answered %d: make a new incoming webhook and set its address."
                  .formatted(status));
      case Reply.Answered(int status, _) -> notNow(status);
      case Reply.Silent _ -> new Told.NotNow("Slack did not answer.");
      case Reply.NotAllowed(var why) -> new Told.Never(why);
    };
  }

  private static Told notNow(int status) {
    return new Told.NotNow("Slack answered %d.".formatted(status));
  }

  private static Told answered(String body) {
    var answer = parsed(body);
    if (answer.path("ok").asBoolean())
      return new Told.Done(answer.path("channel").asText() + "/" + answer.path("ts").asText());
    var error = answer.path("error").asText("unknown").replaceAll("[^a-z0-9_]", "");
    return PASSING.contains(error)
        ? new Told.NotNow("Slack says " + error + ".")
        : new Told.Never(
            "Slack says %s: look at countersign.notify.slack.token and .channel, and whether the bot is in the channel."
                .formatted(error));
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException _) {
      return JSON.createObjectNode().put("error", "internal_error");
    }
  }
}

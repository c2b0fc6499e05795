package dev.countersign.effect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.queue.StandardWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// A POST of JSON that is no effect, because nothing hangs on it: of notifications. It goes where
/// effects may go: to public addresses by `https`, never redirected.
@ApplicationScoped
public class WebPost {
  private final WebCall web;

  WebPost(WebCall web) {
    this.web = web;
  }

  /// What came of it.
  public sealed interface Reply {
    record Answered(int status, String body) implements Reply {
      public boolean good() {
        return status >= 200 && status < 300;
      }
    }

    /// No answer came, or it could not be asked.
    record Silent(String why) implements Reply {}

    /// It may not go there.
    record NotAllowed(String why) implements Reply {}
  }

  /// @param most how long it may take
  /// @throws IllegalArgumentException when the address is none
  public Reply json(String address, Map<String, String> headers, byte[] body, Duration most) {
    var all = new LinkedHashMap<String, String>();
    all.put("Content-Type", "application/json; charset=utf-8");
    all.putAll(headers);
    var request = new WebCall.Request("POST", WebTarget.of(address), all, body);
    return switch (web.make(request, most)) {
      case WebAnswer.Answered answer ->
          new Reply.Answered(answer.status(), new String(answer.body(), UTF_8));
      case WebAnswer.NotSent(var why) -> new Reply.Silent(why);
      case WebAnswer.Silent(var why) -> new Reply.Silent(why);
      case WebAnswer.NotAllowed(var why) -> new Reply.NotAllowed(why);
    };
  }

  /// The headers that sign it as Standard Webhooks says.
  ///
  /// @param secrets `whsec_` and base64 each, separated by spaces
  /// @throws IllegalArgumentException when a secret is none
  public static Map<String, String> signature(String secrets, String id, Instant at, byte[] body) {
    return StandardWebhook.headers(secrets, id, at, body);
  }
}

package dev.countersign.model.openai;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The scripted server by itself, for `make model-server`: a running application can be pointed at
/// it, without a key and without a network.
public final class ModelServer {
  private static final int USUAL_PORT = 8095;
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private ModelServer() {}

  /// Settings by environment: `PORT`, `BACKGROUND_SECONDS` that a long answer takes, `WEBHOOK_URL`
  /// that its end is told to (signed with the secret that is printed).
  public static void main(String[] args) throws IOException, InterruptedException {
    var clock = InstantSource.system();
    var takes = Duration.ofSeconds(setting("BACKGROUND_SECONDS").map(Long::valueOf).orElse(5L));
    int port = setting("PORT").map(Integer::valueOf).orElse(USUAL_PORT);
    var reader = new RuleReader();
    try (var server = ScriptedOpenAi.at(port, clock, takes, asked -> told(asked, reader))) {
      System.out.printf(
          "A scripted server, no model. In another terminal:%n"
              + "  OPENAI_BASE_URL=%s OPENAI_API_KEY=sk-scripted COUNTERSIGN_MODEL_NAME=scripted-by-rule"
              + " make run%n",
          server.baseUrl());
      var receiver = setting("WEBHOOK_URL").map(URI::create);
      receiver.ifPresent(
          to -> System.out.printf("Webhooks go to %s, signed with %s%n", to, Webhook.SECRET));
      var told = new HashSet<String>();
      while (!NEVER.await(200, TimeUnit.MILLISECONDS))
        for (var response : server.created())
          if (receiver.isPresent()
              && !server.status(response).equals("in_progress")
              && told.add(response))
            tell(server.webhook(response, clock.instant()), receiver.get());
    }
  }

  private static Play told(Asked asked, RuleReader reader) {
    System.out.printf("%s %s %s%n", asked.path(), asked.model(), asked.schemaName());
    return reader.apply(asked);
  }

  private static void tell(Webhook webhook, URI receiver) throws InterruptedException {
    try {
      System.out.printf("webhook: %d%n", webhook.deliver(receiver));
    } catch (IOException e) {
      System.out.printf("webhook: %s%n", e.getClass().getSimpleName());
    }
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}

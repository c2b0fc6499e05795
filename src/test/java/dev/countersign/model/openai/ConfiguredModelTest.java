package dev.countersign.model.openai;

import static dev.countersign.model.openai.TestModels.SOON;
import static dev.countersign.model.openai.TestModels.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.AsInTheCloud;
import dev.countersign.EmbeddedServicesResource;
import dev.countersign.model.LongAnswer;
import dev.countersign.model.LongProvider;
import dev.countersign.model.Provider;
import dev.countersign.model.ProviderFault;
import dev.countersign.model.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The providers as the application has them: with another try for blips, and none for the rest.
@QuarkusTest
@TestProfile(AsInTheCloud.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
class ConfiguredModelTest {
  @Inject Provider provider;
  @Inject LongProvider longProvider;
  private final Logged logged = new Logged();
  private ScriptedOpenAi server = ScriptedOpenAi.playing();

  @BeforeEach
  void serve() {
    server.close();
    server =
        ScriptedOpenAi.at(
            AsInTheCloud.modelPort(),
            InstantSource.system(),
            Duration.ZERO,
            _ -> Play.says("well"));
    Logger.getLogger("").addHandler(logged);
  }

  @AfterEach
  void close() {
    Logger.getLogger("").removeHandler(logged);
    server.close();
  }

  @Test
  void a_blip_or_two_are_not_noticed() {
    server.next(Play.errors(500, "server_error"));
    server.next(Play.errors(503, "overloaded"));

    assertThat(provider.send(question("?"), SOON)).isInstanceOf(Reply.class);
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void three_are_an_outage() {
    for (int i = 0; i < 3; i++) server.next(Play.errors(502, ""));

    assertThat(provider.send(question("?"), SOON))
        .isEqualTo(new ProviderFault.Unavailable(502, null));
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void a_provider_that_names_a_time_is_not_asked_before() {
    server.next(new Play.Errors(503, "", Map.of("Retry-After", "30")));

    assertThat(provider.send(question("?"), SOON))
        .isEqualTo(new ProviderFault.Unavailable(503, Duration.ofSeconds(30)));
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void what_may_have_been_paid_is_not_asked_again() {
    server.next(Play.says("lost").lost());

    assertThat(provider.send(question("?"), SOON)).isInstanceOf(ProviderFault.Cut.class);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void a_background_response_is_made_once_and_looked_at_until_it_is_seen() {
    server.next(Play.errors(500, "server_error"));
    assertThat(longProvider.create(question("?"), SOON))
        .isEqualTo(new LongAnswer.Failed(new ProviderFault.Unavailable(500, null)));
    assertThat(server.asked()).hasSize(1);

    var made = (LongAnswer.Going) longProvider.create(question("?"), SOON);
    server.next(Play.errors(500, "server_error"));
    assertThat(longProvider.retrieve(made.responseId(), SOON)).isInstanceOf(LongAnswer.Ended.class);
    assertThat(server.asked()).hasSize(4);
  }

  @Test
  void no_log_holds_the_key_or_what_was_asked_or_what_the_provider_says_of_it() {
    for (int status : new int[] {400, 401, 429}) {
      server.next(Play.errors(status, "no"));
      assertThat(provider.send(question("a secret bid"), SOON)).isInstanceOf(ProviderFault.class);
    }
    server.next(new Play.Raw("<html>a secret page"));
    assertThat(provider.send(question("a secret bid"), SOON)).isInstanceOf(ProviderFault.class);

    assertThat(logged.lines).noneMatch(line -> line.contains("secret") || line.contains("sk-"));
  }

  private static final class Logged extends Handler {
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    Logged() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
      lines.add(record.getMessage() + " " + record.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

package dev.countersign.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.approval.SecretsDouble;
import dev.countersign.model.ModelConfig;
import dev.countersign.workflow.Retriable;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// Where the provider's key comes from, and how long it is kept.
class ModelKeyTest {
  private static final String FIRST = "11111111-1111-4111-8111-111111111111";
  private static final String SECOND = "22222222-2222-4222-8222-222222222222";
  private final SecretsDouble secrets =
      new SecretsDouble("arn:secret").rotate(FIRST, " sk-stored ");
  private final SecretsManagerClient client = secrets.client();

  @AfterEach
  void stop() {
    client.close();
    secrets.close();
  }

  @Test
  void a_stored_key_is_read_when_it_is_needed_and_kept() {
    var key = stored();

    assertThat(key.isThere()).isTrue();
    assertThat(secrets.reads()).isZero();
    assertThat(key.value()).isEqualTo("sk-stored");
    assertThat(key.value()).isEqualTo("sk-stored");
    assertThat(secrets.reads()).isEqualTo(1);
  }

  @Test
  void after_a_restore_it_is_read_again() {
    var key = stored();
    var _ = key.value();

    secrets.rotate(SECOND, "sk-rotated");
    key.renew();

    assertThat(key.value()).isEqualTo("sk-rotated");
  }

  @Test
  void one_that_the_provider_does_not_take_is_read_again_for_the_next_call() {
    var key = stored();
    try (var server =
        ScriptedOpenAi.playing(Play.errors(401, "invalid_api_key"), Play.says("ok"))) {
      var provider = TestModels.provider(config(server.baseUrl()), key);
      var _ = provider.send(TestModels.question("?"), TestModels.SOON);
      secrets.rotate(SECOND, "sk-rotated");
      var _ = provider.send(TestModels.question("?"), TestModels.SOON);

      assertThat(server.asked())
          .map(asked -> asked.headers().getFirst("Authorization"))
          .containsExactly("Bearer sk-stored", "Bearer sk-rotated");
    }
  }

  @Test
  void a_secret_that_cannot_be_read_is_for_another_try() {
    var key = stored();
    secrets.close();

    assertThatThrownBy(key::value).isInstanceOf(Retriable.class);
  }

  @Test
  void at_the_start_it_is_said_who_is_asked_and_by_what_name() {
    var there = config(URI.create("https://models.example.com/v1"));

    assertThat(new SayWhoIsAsked(there, stored()).line())
        .isEqualTo("Models are asked at models.example.com: gpt-5-mini");
    assertThat(new SayWhoIsAsked(there, key(Optional.empty())).line())
        .contains("No OPENAI_API_KEY", "by rule");
  }

  @Test
  void an_address_that_is_set_to_nothing_is_openai_itself() {
    assertThat(TestModels.config(URI.create(""), Map.of()).baseUrl())
        .isEqualTo(URI.create("https://api.openai.com/v1"));
  }

  private ModelKey stored() {
    return key(Optional.of("arn:secret"));
  }

  private ModelKey key(Optional<String> secret) {
    return new ModelKey(Optional.empty(), secret, () -> client);
  }

  private static ModelConfig config(URI baseUrl) {
    return TestModels.config(baseUrl, Map.of());
  }
}

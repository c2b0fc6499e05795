package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.HttpDouble;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

class AwsClientsTest {
  @Test
  void the_environment_can_point_a_client_elsewhere() {
    try (var elsewhere = HttpDouble.playing(asked -> HttpDouble.Answer.ok("{}"))) {
      var clients =
          clients(
              Map.of("QUARKUS_SECRETSMANAGER_ENDPOINT_OVERRIDE", elsewhere.endpoint().toString()));

      try (var client = clients.lazy(AwsClientsTest::builder, "sm", "secretsmanager").get()) {
        client.getSecretValue(get -> get.secretId("x"));
      }

      assertThat(elsewhere.asked()).hasSize(1);
    }
  }

  @Test
  void a_client_is_made_once_and_not_before_it_is_asked_for() {
    var clients = clients(Map.of());
    var broken =
        clients.<SecretsManagerClientBuilder, SecretsManagerClient>lazy(() -> {
          throw new IllegalStateException("asked for");
        });
    var sound = clients.lazy(AwsClientsTest::builder);

    assertThat(sound.get()).isSameAs(sound.get());
    assertThatThrownBy(broken::get).hasMessage("asked for");
  }

  private static SecretsManagerClientBuilder builder() {
    return SecretsManagerClient.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  private static AwsClients clients(Map<String, String> environment) {
    return new AwsClients(
        new SmallRyeConfigBuilder().withSources(new EnvConfigSource(environment, 300)).build());
  }
}

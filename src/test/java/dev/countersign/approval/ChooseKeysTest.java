package dev.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.store.AwsClients;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChooseKeysTest {
  private static final Optional<List<String>> GIVEN = Optional.of(List.of(TestKeys.NEW));
  private static final Optional<List<String>> NONE = Optional.empty();

  private record Settings(
      Optional<String> secret, Optional<List<String>> links, Optional<List<String>> decisions)
      implements KeyConfig {
    @Override
    public Optional<List<String>> receipts() {
      return NONE;
    }
  }

  @Test
  void without_any_keys_it_does_not_start_and_says_what_to_set() {
    assertThatThrownBy(() -> chosen(new Settings(Optional.empty(), NONE, NONE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("COUNTERSIGN_KEYS_SECRET")
        .hasMessageContaining("countersign.keys.links");
  }

  @Test
  void with_keys_from_two_places_it_does_not_start() {
    assertThatThrownBy(() -> chosen(new Settings(Optional.of("arn:secret"), GIVEN, NONE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("COUNTERSIGN_KEYS_SECRET")
        .hasMessageContaining("not both");
  }

  @Test
  void with_half_of_the_given_keys_it_does_not_start() {
    assertThatThrownBy(() -> chosen(new Settings(Optional.empty(), GIVEN, NONE)))
        .hasMessageContaining("countersign.keys.decisions holds no key");
  }

  @Test
  void given_keys_serve_every_use_and_a_new_one_goes_in_front() {
    var keys = Optional.of(List.of(TestKeys.NEW, TestKeys.OLD));

    var ring = chosen(new Settings(Optional.empty(), keys, keys));

    for (var use : KeyRing.Use.values()) {
      assertThat(ring.signing(use).id()).isEqualTo("new");
      assertThat(ring.find(use, "old")).isPresent();
    }
    assertThat(ring.sessionSecret()).hasSize(43);
  }

  @Test
  void a_stored_secret_is_not_read_at_start_up() {
    assertThat(chosen(new Settings(Optional.of("arn:secret"), NONE, NONE)))
        .isInstanceOf(StoredKeys.class);
  }

  @Test
  void the_functions_environment_is_understood() {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(KeyConfig.class)
            .withSources(
                new io.smallrye.config.EnvConfigSource(
                    Map.of("COUNTERSIGN_KEYS_SECRET", "arn:secret"), 300))
            .build();

    assertThat(config.getConfigMapping(KeyConfig.class).secret()).contains("arn:secret");
  }

  private static KeyRing chosen(KeyConfig config) {
    var clients = new AwsClients(new SmallRyeConfigBuilder().build());
    return ChooseKeys.of(config, clients, InstantSource.system());
  }
}

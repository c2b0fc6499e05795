package dev.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.SettableClock;
import dev.countersign.approval.KeyRing.Use;
import dev.countersign.workflow.Retriable;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class StoredKeysTest {
  private static final String FIRST = "11111111-1111-4111-8111-111111111111";
  private static final String SECOND = "22222222-2222-4222-8222-222222222222";
  private static final String THIRD = "33333333-3333-4333-8333-333333333333";

  private final SettableClock clock = new SettableClock();
  private final SecretsDouble secrets = new SecretsDouble().rotate(FIRST, "a".repeat(64));
  private final SecretsManagerClient client = secrets.client();

  @AfterEach
  void stop() {
    client.close();
    secrets.close();
  }

  @Test
  void nothing_is_read_before_a_key_is_asked_for() {
    var keys = keys();

    assertThat(secrets.reads()).isZero();
    assertThat(keys.signing(Use.LINKS).id()).isEqualTo(FIRST);
  }

  @Test
  void the_secret_is_read_once_in_a_process() {
    var keys = keys();

    for (var use : Use.values()) assertThat(keys.find(use, keys.signing(use).id())).isPresent();

    assertThat(secrets.reads()).as("current and previous").isEqualTo(2);
  }

  @Test
  void each_use_has_a_key_of_its_own() {
    var keys = keys();

    var made = Arrays.stream(Use.values()).map(use -> keys.signing(use).secret()).distinct();

    assertThat(made).hasSize(Use.values().length);
    assertThat(keys.sessionSecret()).hasSize(43).isEqualTo(keys().sessionSecret());
  }

  @Test
  void after_a_rotation_the_current_key_signs_and_both_verify() {
    var before = keys().signing(Use.DECISIONS);
    secrets.rotate(SECOND, "b".repeat(64));
    var keys = keys();

    assertThat(keys.signing(Use.DECISIONS).id()).isEqualTo(SECOND);
    assertThat(keys.find(Use.DECISIONS, FIRST)).contains(before.secret());
    assertThat(keys.find(Use.DECISIONS, SECOND)).isPresent();
  }

  @Test
  void a_process_from_before_the_rotation_learns_of_it_from_the_first_new_signature() {
    var old = keys();
    assertThat(old.signing(Use.LINKS).id()).isEqualTo(FIRST);
    secrets.rotate(SECOND, "b".repeat(64));
    clock.advance(Duration.ofMinutes(1));

    assertThat(old.find(Use.LINKS, SECOND)).contains(keys().signing(Use.LINKS).secret());
    assertThat(old.signing(Use.LINKS).id()).isEqualTo(SECOND);
  }

  @Test
  void what_was_signed_two_rotations_ago_no_longer_counts() {
    secrets.rotate(SECOND, "b".repeat(64)).rotate(THIRD, "c".repeat(64));

    assertThat(keys().find(Use.LINKS, FIRST)).isEmpty();
  }

  @Test
  void forged_key_names_do_not_make_it_read_each_time() {
    var keys = keys();
    keys.signing(Use.LINKS);
    clock.advance(Duration.ofMinutes(2));
    int before = secrets.reads();

    for (int i = 0; i < 50; i++)
      assertThat(keys.find(Use.LINKS, UUID.randomUUID().toString())).isEmpty();

    assertThat(secrets.reads() - before).isEqualTo(2);
  }

  @Test
  void what_cannot_be_a_version_is_not_looked_for() {
    var keys = keys();

    assertThat(keys.find(Use.LINKS, "null")).isEmpty();
    assertThat(keys.find(Use.LINKS, "x".repeat(4000))).isEmpty();
    assertThat(secrets.reads()).isZero();
  }

  @Test
  void a_renewed_ring_reads_the_secret_again() {
    var keys = keys();
    assertThat(keys.signing(Use.LINKS).id()).isEqualTo(FIRST);
    secrets.rotate(SECOND, "b".repeat(64));

    keys.renew();

    assertThat(keys.signing(Use.LINKS).id()).isEqualTo(SECOND);
  }

  @Test
  void a_secret_that_is_too_short_is_refused_by_the_name_of_its_setting() {
    secrets.rotate(SECOND, "short");

    assertThatThrownBy(() -> keys().signing(Use.LINKS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("COUNTERSIGN_KEYS_SECRET")
        .hasMessageContaining("at least 32 characters");
  }

  @Test
  void when_secrets_manager_cannot_be_asked_another_try_may_succeed() {
    secrets.close();

    assertThatThrownBy(() -> keys().signing(Use.LINKS)).isInstanceOf(Retriable.class);
  }

  private StoredKeys keys() {
    return new StoredKeys(() -> client, SecretsDouble.SECRET, clock);
  }
}

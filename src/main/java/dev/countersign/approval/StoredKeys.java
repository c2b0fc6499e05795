package dev.countersign.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.workflow.Retriable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// Keys made from one secret in AWS Secrets Manager, named after its versions: the current one
/// signs, the previous one still verifies. Read when the first key is asked for, then kept; read
/// again when something comes signed by a version that is not known here, at most once a minute, so
/// that forged names cost nothing.
final class StoredKeys implements KeyRing {
  private static final Duration LEAST_BETWEEN_READS = Duration.ofMinutes(1);
  private static final int LEAST_CHARACTERS = 32;
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9-]{32,64}");

  private final Supplier<SecretsManagerClient> client;
  private final String secret;
  private final InstantSource clock;
  private @Nullable Map<String, SubKeys> known;
  private Instant readAt = Instant.MIN;

  /// @param secret the ARN or name of the secret
  StoredKeys(Supplier<SecretsManagerClient> client, String secret, InstantSource clock) {
    this.client = client;
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public Key signing(Use use) {
    var current = versions().entrySet().iterator().next();
    return new Key(current.getKey(), current.getValue().of(use));
  }

  @Override
  public List<Key> all(Use use) {
    return versions().entrySet().stream()
        .map(version -> new Key(version.getKey(), version.getValue().of(use)))
        .toList();
  }

  @Override
  public Optional<SecretKeySpec> find(Use use, String id) {
    if (!VERSION.matcher(id).matches()) return Optional.empty();
    return Optional.ofNullable(versionsFor(id).get(id)).map(keys -> keys.of(use));
  }

  /// The next key that is asked for is read anew.
  @Override
  public synchronized void renew() {
    known = null;
  }

  /// The secret's versions by name, the current one first.
  private synchronized Map<String, SubKeys> versions() {
    var now = known;
    if (now == null) known = now = read();
    return now;
  }

  private synchronized Map<String, SubKeys> versionsFor(String id) {
    var now = versions();
    boolean mayReadAgain = !clock.instant().isBefore(readAt.plus(LEAST_BETWEEN_READS));
    if (!now.containsKey(id) && mayReadAgain) known = now = read();
    return now;
  }

  private Map<String, SubKeys> read() {
    readAt = clock.instant();
    var byId = new LinkedHashMap<String, SubKeys>();
    add("AWSCURRENT", byId);
    if (byId.isEmpty())
      throw new IllegalStateException(
          "The secret %s of COUNTERSIGN_KEYS_SECRET has no current value.".formatted(secret));
    add("AWSPREVIOUS", byId);
    return byId;
  }

  /// A secret that was never rotated has no previous value.
  private void add(String stage, Map<String, SubKeys> byId) {
    try {
      var value = client.get().getSecretValue(get -> get.secretId(secret).versionStage(stage));
      var text = value.secretString();
      if (text == null || text.length() < LEAST_CHARACTERS)
        throw new IllegalStateException(
            "The secret %s of COUNTERSIGN_KEYS_SECRET must be text of at least %d characters."
                .formatted(secret, LEAST_CHARACTERS));
      byId.putIfAbsent(value.versionId(), new SubKeys(text.getBytes(UTF_8)));
    } catch (ResourceNotFoundException _) {
      return;
    } catch (SdkException e) {
      throw new Retriable("The keys could not be read from Secrets Manager.", e);
    }
  }
}

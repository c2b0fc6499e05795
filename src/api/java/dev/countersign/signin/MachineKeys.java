package dev.countersign.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.store.ApiKey;
import dev.countersign.store.ApiKeys;
import dev.countersign.store.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Makes machines' keys and knows them again: `csk_`, the id, and 256 random bits. Only the hash is
/// kept; of a secret that cannot be guessed a plain SHA-256 gives nothing away.
@ApplicationScoped
public class MachineKeys {
  /// Begins every key, so that it is known as one, also by scanners of leaked secrets.
  static final String BEGINS = "csk_";

  private static final Pattern FORM = Pattern.compile("csk_([0-9a-f-]{36})_[A-Za-z0-9_-]{43}");

  private final ApiKeys keys;
  private final Ids ids;
  private final RandomGenerator random;
  private final InstantSource clock;

  MachineKeys(ApiKeys keys, Ids ids, RandomGenerator random, InstantSource clock) {
    this.keys = keys;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /// What an operator wants a key for; checked already.
  public record Wanted(String name, List<String> scopes, List<String> workflows, Duration lives) {}

  /// @param key to be shown once, to who asked for it
  public record Made(ApiKey stored, String key) {}

  public Made make(Wanted wanted, String by) {
    var id = ids.apiKey();
    var key = prefix(id) + "_" + secret();
    var now = clock.instant();
    var stored =
        new ApiKey(
            id,
            wanted.name(),
            hash(key),
            wanted.scopes(),
            wanted.workflows(),
            by,
            now,
            now.plus(wanted.lives()),
            null);
    keys.add(stored);
    return new Made(stored, key);
  }

  /// Whose key that is; empty for what is none, or was revoked, or is too old.
  Optional<ApiKey> read(String key) {
    var form = FORM.matcher(key);
    if (!form.matches()) return Optional.empty();
    return keys.find("key_" + form.group(1))
        .filter(stored ->
            MessageDigest.isEqual(stored.hash().getBytes(UTF_8), hash(key).getBytes(UTF_8)))
        .filter(stored -> stored.livesAt(clock.instant()));
  }

  /// How a key begins, by which it is known in lists and in what leaked.
  public static String prefix(String id) {
    return BEGINS + id.substring("key_".length());
  }

  private String secret() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String key) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package dev.countersign.approval;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/// Named secrets: the first signs, all of them verify.
final class KeyRing {
  private static final int LEAST_BYTES = 32;

  private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
  private final String first;

  /// @param name what the setting is called, for the message of a bad one
  /// @param entries each `ID:BASE64`
  KeyRing(String name, List<String> entries) {
    entries.forEach(entry -> add(name, entry));
    if (keys.isEmpty()) throw new IllegalArgumentException(name + " holds no key");
    first = keys.keySet().iterator().next();
  }

  String signingId() {
    return first;
  }

  SecretKeySpec signing() {
    return find(first).orElseThrow();
  }

  Optional<SecretKeySpec> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  private void add(String name, String entry) {
    int colon = entry.indexOf(':');
    if (colon < 1) throw new IllegalArgumentException(name + " is a list of ID:BASE64");
    var secret = Base64.getDecoder().decode(entry.substring(colon + 1).strip());
    if (secret.length < LEAST_BYTES)
      throw new IllegalArgumentException(
          "%s: a key has at least %d bytes".formatted(name, LEAST_BYTES));
    keys.put(entry.substring(0, colon).strip(), new SecretKeySpec(secret, "HmacSHA256"));
  }
}

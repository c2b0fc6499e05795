package dev.countersign.approval;

import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/// Keys that are given as settings, each entry `ID:BASE64`. Those for links are also what the keys
/// for forms and sessions are made from.
final class ConfiguredKeys implements KeyRing {
  private static final int LEAST_BYTES = 32;

  private final Map<Use, Map<String, SecretKeySpec>> keys = new EnumMap<>(Use.class);

  ConfiguredKeys(List<String> links, List<String> decisions) {
    this(links, decisions, List.of());
  }

  /// @param receipts may be empty: then they are made from those for links
  ConfiguredKeys(List<String> links, List<String> decisions, List<String> receipts) {
    keys.put(Use.LINKS, named("countersign.keys.links", links));
    keys.put(Use.DECISIONS, named("countersign.keys.decisions", decisions));
    keys.put(Use.FORMS, made(Use.FORMS));
    keys.put(Use.SESSION, made(Use.SESSION));
    keys.put(
        Use.RECEIPTS,
        receipts.isEmpty() ? made(Use.RECEIPTS) : named("countersign.keys.receipts", receipts));
  }

  @Override
  public Key signing(Use use) {
    var first = of(use).entrySet().iterator().next();
    return new Key(first.getKey(), first.getValue());
  }

  @Override
  public List<Key> all(Use use) {
    return of(use).entrySet().stream().map(e -> new Key(e.getKey(), e.getValue())).toList();
  }

  @Override
  public Optional<SecretKeySpec> find(Use use, String id) {
    return Optional.ofNullable(of(use).get(id));
  }

  /// Settings are what they are for as long as the process lives.
  @Override
  public void renew() {}

  private Map<String, SecretKeySpec> of(Use use) {
    return keys.getOrDefault(use, Map.of());
  }

  private Map<String, SecretKeySpec> made(Use use) {
    var made = new LinkedHashMap<String, SecretKeySpec>();
    of(Use.LINKS).forEach((id, key) -> made.put(id, new SubKeys(key.getEncoded()).of(use)));
    return made;
  }

  private static Map<String, SecretKeySpec> named(String setting, List<String> entries) {
    var named = new LinkedHashMap<String, SecretKeySpec>();
    for (var entry : entries) {
      int colon = entry.indexOf(':');
      if (colon < 1) throw new IllegalArgumentException(setting + " is a list of ID:BASE64");
      var secret = Base64.getDecoder().decode(entry.substring(colon + 1).strip());
      if (secret.length < LEAST_BYTES)
        throw new IllegalArgumentException(
            "%s: a key has at least %d bytes".formatted(setting, LEAST_BYTES));
      named.put(entry.substring(0, colon).strip(), new SecretKeySpec(secret, "HmacSHA256"));
    }
    if (named.isEmpty()) throw new IllegalArgumentException(setting + " holds no key");
    return named;
  }
}

package dev.countersign.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;

/// The public keys that the person who checks has chosen to trust. A receipt says which of them
/// signed it, and never brings its own.
final class TrustedKeys {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final List<JsonWebKey> keys;

  private TrustedKeys(List<JsonWebKey> keys) {
    this.keys = keys;
  }

  /// @param set a JWK set (RFC 7517)
  /// @throws IllegalArgumentException when it is none
  static TrustedKeys of(String set) {
    try {
      return new TrustedKeys(List.copyOf(new JsonWebKeySet(set).getJsonWebKeys()));
    } catch (JoseException e) {
      throw new IllegalArgumentException("the keys are no JWK set: " + e.getMessage(), e);
    }
  }

  /// @param place a file, or an address that begins with `http`
  static TrustedKeys at(String place) throws IOException, InterruptedException {
    if (!place.startsWith("http://") && !place.startsWith("https://"))
      return of(Files.readString(Path.of(place)));
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(place)).timeout(PATIENCE).build();
      return of(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  /// By the thumbprint, computed here: what a key calls itself does not count.
  Optional<Key> find(String id) {
    return keys.stream()
        .filter(OctetKeyPairJsonWebKey.class::isInstance)
        .filter(key -> thumbprint(key).equals(id))
        .map(JsonWebKey::getKey)
        .findFirst();
  }

  List<String> ids() {
    return keys.stream().map(TrustedKeys::thumbprint).toList();
  }

  private static String thumbprint(JsonWebKey key) {
    return key.calculateBase64urlEncodedThumbprint("SHA-256");
  }
}

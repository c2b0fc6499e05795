package dev.countersign.signin;

import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/// The keys of an issuer: one signs, and it can be replaced.
final class IssuerKeys {
  private RsaJsonWebKey key = fresh();

  /// How a token is signed.
  enum Signed {
    RIGHTLY,
    /// By another key that says it is this one.
    BY_ANOTHER,
    NOT_AT_ALL
  }

  synchronized void rotate() {
    key = fresh();
  }

  synchronized String published() {
    return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  synchronized String sign(Map<String, Object> claims, Signed how) {
    var jwt = new JwtClaims();
    claims.forEach(jwt::setClaim);
    var jws = new JsonWebSignature();
    jws.setPayload(jwt.toJson());
    jws.setHeader("typ", "JWT");
    jws.setKeyIdHeaderValue(key.getKeyId());
    switch (how) {
      case RIGHTLY -> jws.setKey(key.getPrivateKey());
      case BY_ANOTHER -> jws.setKey(fresh().getPrivateKey());
      case NOT_AT_ALL -> jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    }
    jws.setAlgorithmHeaderValue(
        how == Signed.NOT_AT_ALL
            ? AlgorithmIdentifiers.NONE
            : AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RsaJsonWebKey fresh() {
    try {
      var made = RsaJwkGenerator.generateJwk(2048);
      made.setKeyId(UUID.randomUUID().toString());
      made.setUse("sig");
      made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      return made;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}

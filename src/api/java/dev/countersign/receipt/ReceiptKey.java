package dev.countersign.receipt;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/// A key pair that signs receipts: Ed25519 (RFC 8032), made from 32 secret bytes and so the same in
/// every process. It is named by its own thumbprint (RFC 7638), so a name cannot stand for two
/// keys.
final class ReceiptKey {
  private final PrivateKey secret;
  private final PublicJsonWebKey open;

  private ReceiptKey(KeyPair pair) throws JoseException {
    secret = pair.getPrivate();
    open = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
    open.setKeyId(open.calculateBase64urlEncodedThumbprint("SHA-256"));
    open.setAlgorithm(AlgorithmIdentifiers.EDDSA);
    open.setUse("sig");
  }

  /// @param seed 32 bytes; RFC 8032 calls them the private key
  static ReceiptKey of(byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
      var pair = generator.generateKeyPair();
      if (!madeFrom(seed, pair)) throw new IllegalStateException("not the key of that seed");
      return new ReceiptKey(pair);
    } catch (GeneralSecurityException | JoseException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  String id() {
    return open.getKeyId();
  }

  PrivateKey secret() {
    return secret;
  }

  /// The public half as a JWK (RFC 8037).
  Map<String, Object> published() {
    return new TreeMap<>(open.toParams(OutputControlLevel.PUBLIC_ONLY));
  }

  private static boolean madeFrom(byte[] seed, KeyPair pair) {
    return pair.getPrivate() instanceof EdECPrivateKey made
        && MessageDigest.isEqual(seed, made.getBytes().orElse(new byte[0]));
  }

  /// The generator takes its secret from here: the JDK has no other way from a seed to both halves.
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Seed(byte[] bytes) {
      super(null, null);
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] wanted) {
      if (wanted.length != bytes.length)
        throw new IllegalStateException("asked for %d bytes".formatted(wanted.length));
      System.arraycopy(bytes, 0, wanted, 0, bytes.length);
    }
  }
}

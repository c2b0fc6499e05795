package dev.countersign.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes a key for each use from one secret: HKDF-SHA256 (RFC 5869) without salt, the use's label
/// as its info, one block long. Written with HMAC because native images do not carry the JDK's own
/// `javax.crypto.KDF`; a test compares the two (decision 0010).
final class SubKeys {
  private static final String HMAC = "HmacSHA256";
  private static final byte[] NO_SALT = new byte[32];
  private static final byte FIRST_BLOCK = 1;

  private final byte[] extracted;

  SubKeys(byte[] secret) {
    extracted = hmac(NO_SALT, secret);
  }

  SecretKeySpec of(KeyRing.Use use) {
    return new SecretKeySpec(of(use.label()), HMAC);
  }

  byte[] of(String info) {
    return hmac(extracted, info.getBytes(UTF_8), new byte[] {FIRST_BLOCK});
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      for (var part : parts) mac.update(part);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}

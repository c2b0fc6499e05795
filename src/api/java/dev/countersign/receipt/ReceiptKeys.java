package dev.countersign.receipt;

import dev.countersign.approval.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/// The keys of this deployment's receipts: one signs, those before it still verify.
@ApplicationScoped
public class ReceiptKeys {
  /// Where the public halves are served.
  public static final String PATH = "/.well-known/countersign-keys.json";

  private final KeyRing keys;

  public ReceiptKeys(KeyRing keys) {
    this.keys = keys;
  }

  ReceiptKey signing() {
    return ReceiptKey.of(keys.signing(KeyRing.Use.RECEIPTS).secret().getEncoded());
  }

  /// A JWK set (RFC 7517) of the public halves, the newest first.
  public Map<String, List<Map<String, Object>>> published() {
    return Map.of(
        "keys",
        keys.all(KeyRing.Use.RECEIPTS).stream()
            .map(key -> ReceiptKey.of(key.secret().getEncoded()).published())
            .toList());
  }
}

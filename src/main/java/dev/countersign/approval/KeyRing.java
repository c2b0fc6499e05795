package dev.countersign.approval;

import dev.countersign.store.Renewable;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/// The secrets of this deployment, one set for each use: the newest key signs, and what an older
/// one signed still verifies.
public interface KeyRing extends Renewable {
  /// What a key is for; a key is never used for anything else.
  enum Use {
    /// Signs the links in notifications.
    LINKS,
    /// Seals decisions.
    DECISIONS,
    /// Ties forms to the browser that got them.
    FORMS,
    /// Encrypts the session cookies of people who are signed in.
    SESSION,
    /// The seed of the key pair that signs receipts.
    RECEIPTS;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param id goes with what is signed, so that the key is found again
  record Key(String id, SecretKeySpec secret) {}

  /// The key to sign with now.
  Key signing(Use use);

  /// All that there are now: the one to sign with first, then those that still verify.
  List<Key> all(Use use);

  /// The key of that name, to verify with; empty when it is none of ours or too old.
  Optional<SecretKeySpec> find(Use use, String id);

  /// 43 characters that every process of this deployment has, and nobody else.
  default String sessionSecret() {
    var secret = signing(Use.SESSION).secret().getEncoded();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}

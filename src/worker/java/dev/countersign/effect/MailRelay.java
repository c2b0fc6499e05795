package dev.countersign.effect;

/// Takes a rendered message for one recipient, and tells for certain, where that can be told,
/// whether it did. Only [EmailPerformer] and the telling of reviewers use it.
public interface MailRelay {
  /// One message, its bytes verbatim, to one recipient whatever its headers say.
  Attempt send(String recipient, byte[] message);
}

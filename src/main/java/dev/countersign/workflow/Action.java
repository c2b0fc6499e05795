package dev.countersign.workflow;

import dev.countersign.job.Amount;
import java.util.List;

/// A consequential action, rendered whole: what is stored, shown, signed and performed.
///
/// @param kind which performer, e.g. `email`
/// @param target to whom or what, from the submitter's input, never from a document
/// @param subject what it is called where it lands
/// @param payload the very bytes that go out
/// @param amounts the money at stake, signed for with the rest
@SuppressWarnings("ArrayRecordComponent")
public record Action(
    String kind,
    String target,
    String subject,
    String mediaType,
    byte[] payload,
    List<Amount> amounts) {
  public Action {
    amounts = List.copyOf(amounts);
  }

  /// One that no money hangs on.
  public Action(String kind, String target, String subject, String mediaType, byte[] payload) {
    this(kind, target, subject, mediaType, payload, List.of());
  }
}

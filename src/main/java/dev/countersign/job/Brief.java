package dev.countersign.job;

import java.util.List;

/// What a person is asked, in short: for lists and notifications, and the digest of all that the
/// page shows.
///
/// @param summary one sentence: verb, object, to whom; nothing from a document
/// @param amounts the money at stake
/// @param display SHA-256, lower-case hex, of what is shown, apart from the digest of what is done;
///   empty for what was proposed before it was kept
public record Brief(String summary, List<Amount> amounts, Risk risk, String display) {
  /// Of what was proposed before briefs were kept.
  public static final Brief UNKNOWN = new Brief("", List.of(), Risk.UNKNOWN, "");

  public Brief {
    amounts = List.copyOf(amounts);
  }
}

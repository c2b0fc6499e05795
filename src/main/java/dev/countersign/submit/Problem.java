package dev.countersign.submit;

/// Why something was not done, for the person who asked.
///
/// @param detail what was wrong, in a sentence
/// @param remedy what to do about it
public record Problem(Kind kind, String detail, String remedy) {
  /// Stable names; HTTP maps them to a `type` and a status.
  public enum Kind {
    BAD_INPUT,
    UNKNOWN_WORKFLOW,
    TOO_LARGE,
    KEY_REUSED,
    NOT_FOUND,
    NOT_NOW
  }
}

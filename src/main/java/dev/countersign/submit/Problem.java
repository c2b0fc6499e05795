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
    TOO_MANY,
    TYPE_NOT_TAKEN,
    DUPLICATE_NAME,
    UNKNOWN_UPLOAD,
    NOT_UPLOADED,
    UPLOAD_EXPIRED,
    UPLOAD_DIFFERS,
    LANE_NOT_OFFERED,
    POLICY_WIDENED,
    POLICY_UNMET,
    CONTRACT_WIDENED,
    KEY_REUSED,
    NOT_FOUND,
    NOT_NOW,
    NOT_ELIGIBLE,
    MOVED_ON
  }
}

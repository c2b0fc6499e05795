package dev.countersign.effect;

import java.util.Map;
import java.util.Optional;

/// How a call over HTTP ended.
sealed interface WebAnswer {
  /// @param headers names in small letters
  /// @param whole whether all of the body was read
  @SuppressWarnings("ArrayRecordComponent")
  record Answered(int status, Map<String, String> headers, byte[] body, boolean whole)
      implements WebAnswer {
    boolean good() {
      return status >= 200 && status < 300;
    }

    /// Whether the receiver says itself that it did not do it, and may be tried again.
    boolean notNow() {
      return status == 408 || status == 425 || status == 429 || status == 503;
    }

    boolean broke() {
      return status >= 500;
    }

    String told(WebTarget target) {
      return "%s answered %d.".formatted(target.origin(), status);
    }

    /// What the receiver calls what it did: its own id, else where it is, else its version.
    String reference() {
      return Optional.ofNullable(headers.get("x-request-id"))
          .or(() -> Optional.ofNullable(headers.get("request-id")))
          .or(() -> Optional.ofNullable(headers.get("location")))
          .or(() -> Optional.ofNullable(headers.get("etag")))
          .map(id -> id.length() > 200 ? id.substring(0, 200) : id)
          .orElse("answered " + status);
    }
  }

  /// Not a byte of the request went out.
  record NotSent(String why) implements WebAnswer {}

  /// It is not allowed to go there; not a byte went out.
  record NotAllowed(String why) implements WebAnswer {}

  /// Something of the request went out, and no answer came.
  record Silent(String why) implements WebAnswer {}

  /// What it says of a consequential request, where its kind knows no more of the status.
  default Attempt attempt(WebTarget target) {
    return switch (this) {
      case Answered answer when answer.good() -> new Attempt.Done(answer.reference());
      case Answered answer when answer.notNow() -> new Attempt.NotDone(answer.told(target));
      case Answered answer when answer.broke() -> new Attempt.Unknown(answer.told(target));
      case Answered answer -> new Attempt.Impossible(answer.told(target));
      case NotSent(var why) -> new Attempt.NotDone(why);
      case NotAllowed(var why) -> new Attempt.Impossible(why);
      case Silent(var why) -> new Attempt.Unknown(why);
    };
  }
}

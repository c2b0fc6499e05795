package dev.countersign.model.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A background response at the scripted server.
final class Held {
  private final String id;
  private final Asked asked;
  private final Play play;
  private final Instant doneAt;
  private boolean finished;
  private boolean canceled;

  Held(String id, Asked asked, Play play, Instant createdAt, Duration takes) {
    this.id = id;
    this.asked = asked;
    this.play = play;
    this.doneAt = createdAt.plus(takes);
  }

  Asked asked() {
    return asked;
  }

  /// Done now, whatever the clock says.
  synchronized void finish() {
    finished = !canceled;
  }

  /// What is over stays as it is.
  synchronized void cancel(InstantSource clock) {
    if (!isDone(clock)) canceled = true;
  }

  synchronized ObjectNode shown(InstantSource clock) {
    return Bodies.response(id, asked, play, status(clock));
  }

  synchronized String status(InstantSource clock) {
    if (canceled) return "cancelled";
    return isDone(clock) ? over(play) : "in_progress";
  }

  private boolean isDone(InstantSource clock) {
    return finished || !clock.instant().isBefore(doneAt);
  }

  private static String over(Play play) {
    return switch (play) {
      case Play.Errors _ -> "failed";
      case Play.Truncated _, Play.Filtered _ -> "incomplete";
      case Play.Counting(var what, var _) -> over(what);
      case Play.Loses(var what) -> over(what);
      default -> "completed";
    };
  }
}

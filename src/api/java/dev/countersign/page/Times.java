package dev.countersign.page;

import dev.countersign.store.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long people took, apart from workers: from each time a decision was asked for until it was
/// made, or its time was over.
final class Times {
  private Times() {}

  /// In milliseconds; null when nobody was ever asked.
  static @Nullable Long withPeople(List<TimelineEvent> events, Instant now) {
    Instant since = null;
    long millis = 0;
    boolean asked = false;
    for (var event : events) {
      if (event.type().equals("proposed")) {
        since = event.at();
        asked = true;
      } else if (since != null && settles(event.type())) {
        millis += Duration.between(since, event.at()).toMillis();
        since = null;
      }
    }
    if (since != null) millis += Math.max(0, Duration.between(since, now).toMillis());
    return asked ? millis : null;
  }

  private static boolean settles(String type) {
    return switch (type) {
      case "approved", "rejected", "changes_requested", "edited" -> true;
      case "review_expired", "canceled" -> true;
      default -> false;
    };
  }
}

package dev.countersign.page;

import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits for a reviewer's decision, first what expires first.
record InboxPage(Frame frame, List<Line> lines) implements TemplateInstance {

  /// @param age since it was proposed, e.g. `3 hours`
  /// @param left until it expires
  /// @param soon whether its time is nearly over
  /// @param risk `low`, `medium` or `high`; null where it is not known
  /// @param money at stake; empty for none
  /// @param turn who is asked now, and how far it has come
  record Line(
      String href,
      String title,
      String summary,
      String workflow,
      int revision,
      Instant proposedAt,
      String age,
      Instant expiresAt,
      String left,
      boolean soon,
      @Nullable String risk,
      List<String> money,
      String turn) {}
}

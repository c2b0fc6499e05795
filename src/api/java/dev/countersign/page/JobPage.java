package dev.countersign.page;

import dev.countersign.http.JobView;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One job: where it stands, step by step, and what can be done about it.
///
/// @param paused whether its reader stopped the page from loading itself again
/// @param mistake why what was asked of the job was not done
record JobPage(
    Frame frame,
    JobView job,
    String formToken,
    boolean atRest,
    boolean over,
    boolean paused,
    List<Event> events,
    @Nullable String mistake)
    implements TemplateInstance {

  /// @param words what happened, in a sentence
  /// @param quote what a person wrote with it
  record Event(long seq, Instant at, String words, @Nullable String quote) {}
}

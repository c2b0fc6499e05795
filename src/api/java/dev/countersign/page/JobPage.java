package dev.countersign.page;

import dev.countersign.http.JobView;
import dev.countersign.http.Ledger.LedgerView;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One job: where it stands, step by step, and what can be done about it.
///
/// @param paused whether its reader stopped the page from loading itself again
/// @param ledger when something in it is unknown, for the forms to say what became of it
/// @param seen the job's tag as it was when this was shown
/// @param mistake why what was asked of the job was not done
record JobPage(
    Frame frame,
    JobView job,
    String formToken,
    boolean atRest,
    boolean over,
    boolean paused,
    List<Event> events,
    @Nullable LedgerView ledger,
    String seen,
    @Nullable String mistake)
    implements TemplateInstance {

  /// @param words what happened, in a sentence
  /// @param quote what a person wrote with it
  record Event(long seq, Instant at, String words, @Nullable String quote) {}
}

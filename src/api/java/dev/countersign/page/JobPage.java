package dev.countersign.page;

import dev.countersign.http.CallsResource.CallList;
import dev.countersign.http.JobView;
import dev.countersign.http.Ledger.LedgerView;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One job: where it stands, step by step, and what can be done about it.
///
/// @param paused whether its reader stopped the page from loading itself again
/// @param next what to expect, and when; null when there is nothing
/// @param peopleMs how long people had it; null when nobody was asked
/// @param mishaps what went wrong, and what was done about it
/// @param calls what models were asked for it
/// @param first what to open first of what it made; null while there is nothing
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
    @Nullable String next,
    @Nullable Long peopleMs,
    List<Mishaps.Mishap> mishaps,
    JobView.@Nullable ArtifactView first,
    CallList calls,
    List<Event> events,
    @Nullable LedgerView ledger,
    String seen,
    @Nullable String mistake)
    implements TemplateInstance {

  /// The newest draft's page to read, or whatever there is.
  static JobView.@Nullable ArtifactView first(JobView job) {
    var files = job.artifacts();
    if (files == null || files.isEmpty()) return null;
    int newest = files.stream().mapToInt(JobView.ArtifactView::version).max().orElse(0);
    var last = files.stream().filter(file -> file.version() == newest).toList();
    return last.stream()
        .filter(file -> file.mediaType().startsWith("text/html"))
        .findFirst()
        .orElse(last.getFirst());
  }

  /// @param words what happened, in a sentence
  /// @param quote what a person wrote with it
  record Event(long seq, Instant at, String words, @Nullable String quote) {}
}

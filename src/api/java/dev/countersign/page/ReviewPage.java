package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.http.JobView;
import dev.countersign.job.Risk;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reviewer must see, in the order in which they need it.
///
/// @param base where the page and all that belongs to it is, `/review/TOKEN` or `/ui/approvals/ID`
/// @param code short form of the digest, as in the mail
/// @param forms by which it is answered
/// @param evidence what the reader should look at, with its places in the documents
/// @param since what is different from the draft before; null for a first draft
/// @param why it is wanted
/// @param people who decides, and has
/// @param settled what became of the request; null while it is open
/// @param altered what is not any more as it was proposed; empty when all is
/// @param cannot why this reader may not decide; null when they may
/// @param attempt what this reader sent and did not count
record ReviewPage(
    Frame frame,
    Approval approval,
    String base,
    String code,
    AnswerForms forms,
    Glance glance,
    List<Shown> actions,
    Evidence evidence,
    @Nullable Since since,
    Why why,
    People people,
    Draft draft,
    @Nullable Settled settled,
    List<String> altered,
    @Nullable String cannot,
    Attempt attempt)
    implements TemplateInstance {

  /// What it is about, at one look.
  ///
  /// @param to where it goes
  /// @param kinds what would be done, each e.g. `1 e-mail`
  /// @param money at stake, e.g. `1,250.00 EUR`; null for none
  /// @param left how long it can still be decided on, e.g. `6 days`
  /// @param afterwards whether it can be undone
  record Glance(
      List<String> to,
      List<String> kinds,
      @Nullable String money,
      String left,
      String afterwards,
      Risk risk) {}

  /// One action as it will land.
  ///
  /// @param number from 0, part of its address
  /// @param mail null for what is no e-mail
  /// @param change null for what changes no record
  /// @param text what goes out, where that is text to read and not too long; else null
  record Shown(
      int number,
      String kind,
      String target,
      String subject,
      String mediaType,
      long bytes,
      String sha256,
      @Nullable String money,
      @Nullable MailPreview mail,
      @Nullable ChangePreview change,
      @Nullable String text) {}

  /// @param because what was asked for, or who worded it anew
  record Since(int revision, @Nullable String because, Difference difference) {}

  /// @param workflow what the job is there for
  /// @param notes what the submitter wrote to be read
  /// @param steps what was done to get here
  record Why(
      String title,
      String owner,
      @Nullable String workflow,
      List<Note> notes,
      List<Read> documents,
      List<String> steps,
      String cost) {}

  /// @param name of the field that it was written in
  record Note(String name, String words) {}

  /// A document that was read before this was proposed, and what of it was not.
  record Read(String name, @Nullable String as, @Nullable Integer pages, List<String> gaps) {}

  /// @param said votes and handed says so far
  /// @param turn who is asked now
  /// @param others whom the policy names beside them
  record People(
      int approved,
      int quorum,
      boolean inOrder,
      List<String> said,
      List<String> turn,
      List<String> others) {}

  /// @param readable whether its parts can still be fetched: not by a link whose time is over
  /// @param packet whether there is one that can be shown in a frame
  /// @param brief whether a low frame holds it
  record Draft(boolean readable, boolean packet, boolean brief, List<JobView.ArtifactView> files) {
    static final Draft CLOSED = new Draft(false, false, false, List.of());
  }

  /// What a reader sent that did not count.
  ///
  /// @param mistake what was wrong with it; null when nothing was
  /// @param late whether it was settled before
  record Attempt(@Nullable String mistake, boolean late) {}
}

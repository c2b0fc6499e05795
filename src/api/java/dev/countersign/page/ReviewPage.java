package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.http.JobView.ArtifactView;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reviewer sees, the most important first.
///
/// @param base where the page and all that belongs to it is, `/review/TOKEN` or `/ui/approvals/ID`
/// @param code short form of the digest, as in the mail
/// @param forms by which it is answered
/// @param notes what the submitter wrote to be read
/// @param earlier what was said of the draft before this one
/// @param happened what became of the request; null while it is open
/// @param cannot why this reader may not decide; null when they may
/// @param mistake what was wrong with the form as it was sent
record ReviewPage(
    Frame frame,
    Approval approval,
    String base,
    String code,
    AnswerForms forms,
    List<Shown> actions,
    Evidence evidence,
    List<Unread> unread,
    List<ArtifactView> files,
    boolean packet,
    List<Note> notes,
    @Nullable String earlier,
    @Nullable String happened,
    @Nullable String cannot,
    @Nullable String mistake)
    implements TemplateInstance {

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
      @Nullable MailPreview mail,
      @Nullable ChangePreview change,
      @Nullable String text) {}

  /// @param name of the field that it was written in
  record Note(String name, String words) {}

  /// A document of which something was not read.
  record Unread(String document, List<String> gaps) {}
}

package dev.countersign.page;

import dev.countersign.store.Artifacts;
import dev.countersign.store.Proposal;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.store.StoredArtifact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Compares what two drafts of a job propose.
@ApplicationScoped
class Drafts {
  private final ReviewFiles files;
  private final Artifacts artifacts;

  Drafts(ReviewFiles files, Artifacts artifacts) {
    this.files = files;
    this.artifacts = artifacts;
  }

  Difference between(Proposal before, Proposal after) {
    var fields = new ArrayList<Difference.Field>();
    var lines = new ArrayList<Difference.Line>();
    field(fields, "What", before.summary(), after.summary());
    int most = Math.max(before.actions().size(), after.actions().size());
    for (int i = 0; i < most; i++) {
      var was = part(before, i);
      var is = part(after, i);
      field(fields, "To", was.target(), is.target());
      field(fields, "Subject", was.subject(), is.subject());
      field(fields, "Attached", was.attached(), is.attached());
      lines.addAll(Difference.lines(was.text(), is.text()));
    }
    return new Difference(fields, lines, changedFiles(before, after));
  }

  private static void field(
      List<Difference.Field> fields, String name, String before, String after) {
    if (!before.equals(after)) fields.add(new Difference.Field(name, before, after));
  }

  /// What a person would compare of one action.
  private record Part(String target, String subject, String text, String attached) {}

  private Part part(Proposal proposal, int number) {
    if (number >= proposal.actions().size()) return new Part("(nothing)", "", "", "");
    var action = proposal.actions().get(number);
    return files
        .mail(action)
        .map(mail -> new Part(action.target(), mail.subject(), mail.text(), attached(mail)))
        .orElseGet(() -> new Part(action.target(), action.subject(), text(action), ""));
  }

  private static String attached(MailPreview mail) {
    return mail.attachments().stream()
        .map(MailPreview.Attached::name)
        .collect(Collectors.joining(", "));
  }

  private String text(ProposedAction action) {
    return files
        .change(action)
        .map(ChangePreview::written)
        .or(() -> files.text(action))
        .orElse("SHA-256 " + action.sha256());
  }

  private List<String> changedFiles(Proposal before, Proposal after) {
    var was = hashes(before);
    return artifacts.upTo(after.job(), after.gate().revision()).stream()
        .filter(file -> !file.sha256().equals(was.get(file.name())))
        .map(StoredArtifact::name)
        .toList();
  }

  private Map<String, String> hashes(Proposal proposal) {
    return artifacts.upTo(proposal.job(), proposal.gate().revision()).stream()
        .collect(Collectors.toMap(StoredArtifact::name, StoredArtifact::sha256, (_, b) -> b));
  }
}

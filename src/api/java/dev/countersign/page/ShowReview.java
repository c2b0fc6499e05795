package dev.countersign.page;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.approval.VerifyProposal;
import dev.countersign.http.Approval;
import dev.countersign.http.JobView;
import dev.countersign.http.JobViews;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Job;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.store.StoredDecision;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.InputSpec.Field;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Gathers what a reviewer must see. Reads only.
@ApplicationScoped
class ShowReview {
  /// What may be in a response of a function, with room to spare.
  static final long MOST_SHOWN = 4_000_000;

  private final DynamoPartition partition;
  private final ReviewFiles files;
  private final VerifyProposal verify;
  private final JobViews views;
  private final Catalog catalog;
  private final InstantSource clock;

  ShowReview(
      DynamoPartition partition,
      ReviewFiles files,
      VerifyProposal verify,
      JobViews views,
      Catalog catalog,
      InstantSource clock) {
    this.partition = partition;
    this.files = files;
    this.verify = verify;
    this.views = views;
    this.catalog = catalog;
    this.clock = clock;
  }

  /// Who looks, and from where.
  ///
  /// @param cannot why they may not decide; null when they may
  record Reader(Frame frame, String base, String formToken, @Nullable String cannot) {}

  ReviewPage page(Approval approval, Reader reader, DecideOnPage.Attempt attempt) {
    var job = approval.job();
    var revision = approval.gate().revision();
    var open = approval.standing(clock.instant()) == Approval.Standing.OPEN;
    return new ReviewPage(
        reader.frame(),
        approval,
        reader.base(),
        ProposalDigest.shortCode(approval.gate().digest()),
        forms(approval, reader, open, attempt),
        actions(approval.proposal().actions()),
        files.evidence(approval),
        unread(approval),
        draft(views.artifacts(job), revision),
        files.packet(approval).filter(a -> a.bytes() <= MOST_SHOWN).isPresent(),
        notes(approval.job()),
        earlier(approval),
        open ? null : Happened.to(approval, clock.instant()),
        reader.cannot(),
        attempt.mistake());
  }

  private AnswerForms forms(
      Approval approval, Reader reader, boolean open, DecideOnPage.Attempt attempt) {
    var gate = approval.gate();
    boolean signIn = gate.needsSignIn() && Words.byLink(reader.base());
    return new AnswerForms(
        reader.base(),
        reader.formToken(),
        gate.digest(),
        gate.brief().display(),
        open && !verify.intact(approval.job().id(), gate),
        signIn ? "/ui/approvals/" + gate.approval() : null,
        files.wordings(approval),
        new AnswerForms.Handing(gate.replacements(approval.job().owner()), gate.terms().domains()),
        attempt.form());
  }

  private List<ReviewPage.Shown> actions(List<ProposedAction> actions) {
    return IntStream.range(0, actions.size()).mapToObj(i -> shown(i, actions.get(i))).toList();
  }

  private ReviewPage.Shown shown(int number, ProposedAction a) {
    return new ReviewPage.Shown(
        number,
        a.kind(),
        a.target(),
        a.subject(),
        a.mediaType(),
        a.bytes(),
        a.sha256(),
        files.mail(a).orElse(null),
        files.change(a).orElse(null),
        files.text(a).orElse(null));
  }

  private List<ReviewPage.Unread> unread(Approval approval) {
    return views.sources(approval.job()).stream()
        .filter(s -> s.gaps() != null && !s.gaps().isEmpty())
        .map(s -> new ReviewPage.Unread(s.name(), List.copyOf(s.gaps())))
        .toList();
  }

  /// Of each file the newest that is no newer than the draft.
  private static List<JobView.ArtifactView> draft(List<JobView.ArtifactView> all, int revision) {
    var newest = new LinkedHashMap<String, JobView.ArtifactView>();
    for (var file : all) if (file.version() <= revision) newest.put(file.name(), file);
    return List.copyOf(newest.values());
  }

  /// Only free text is somebody's words; where it goes and the like is in what is proposed.
  private List<ReviewPage.Note> notes(Job job) {
    return catalog.find(job.workflow()).map(w -> w.inputs().fields()).orElse(List.of()).stream()
        .filter(field -> field.kind() == Field.Kind.TEXT)
        .map(f -> new ReviewPage.Note(f.name(), job.inputs().getOrDefault(f.name(), "")))
        .filter(note -> !note.words().isBlank())
        .toList();
  }

  private @Nullable String earlier(Approval approval) {
    return partition.decisions(approval.job().id()).stream()
        .filter(d -> d.revision() == approval.gate().revision() - 1)
        .map(StoredDecision::decision)
        .map(d -> d.say() instanceof Say.RequestChanges(var comment) ? comment : null)
        .findFirst()
        .orElse(null);
  }
}

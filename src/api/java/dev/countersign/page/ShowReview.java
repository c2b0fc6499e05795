package dev.countersign.page;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.approval.VerifyProposal;
import dev.countersign.http.Approval;
import dev.countersign.http.JobView;
import dev.countersign.http.JobViews;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Gate;
import dev.countersign.page.DecideOnPage.Sent;
import dev.countersign.page.ReviewPage.Since;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.store.StoredDecision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Gathers what a reviewer must see. Reads only.
@ApplicationScoped
class ShowReview {
  /// What may be in a response of a function, with room to spare.
  static final long MOST_SHOWN = 4_000_000;

  /// A packet of hardly more than a screen.
  private static final long BRIEF = 3_000;

  private static final int WHILE_MOVING = 3;

  private final DynamoPartition partition;
  private final ReviewFiles files;
  private final Drafts drafts;
  private final Outcomes outcomes;
  private final Background background;
  private final VerifyProposal verify;
  private final JobViews views;
  private final InstantSource clock;

  ShowReview(
      DynamoPartition partition,
      ReviewFiles files,
      Drafts drafts,
      Outcomes outcomes,
      Background background,
      VerifyProposal verify,
      JobViews views,
      InstantSource clock) {
    this.partition = partition;
    this.files = files;
    this.drafts = drafts;
    this.outcomes = outcomes;
    this.background = background;
    this.verify = verify;
    this.views = views;
    this.clock = clock;
  }

  /// Who looks, and from where.
  ///
  /// @param cannot why they may not decide; null when they may
  /// @param digest of what they were asked about
  /// @param paused whether they stopped the page from loading itself again
  /// @param way where they get at another request of the same job
  record Reader(
      Frame frame,
      String base,
      String formToken,
      @Nullable String cannot,
      String digest,
      boolean paused,
      Function<Gate, Optional<String>> way) {}

  ReviewPage page(Approval approval, Reader reader, Sent sent) {
    var now = clock.instant();
    var open = approval.standing(now) == Approval.Standing.OPEN;
    var settled = open ? null : outcomes.of(approval, now, reader.way());
    boolean moving = settled != null && settled.moving() && !reader.paused();
    var altered = open ? altered(approval, reader.digest()) : List.<String>of();
    return new ReviewPage(
        moving ? reader.frame().refreshing(WHILE_MOVING) : reader.frame(),
        approval,
        reader.base(),
        ProposalDigest.shortCode(approval.gate().digest()),
        forms(approval, reader, !altered.isEmpty(), sent),
        Glances.of(approval, now),
        actions(approval.proposal().actions()),
        files.evidence(approval),
        since(approval),
        background.of(approval),
        AskedPeople.of(approval, open),
        byLinkTooLate(approval, reader, now) ? ReviewPage.Draft.CLOSED : draft(approval),
        settled,
        altered,
        reader.cannot(),
        new ReviewPage.Attempt(sent.mistake(), sent.late()));
  }

  private static boolean byLinkTooLate(Approval approval, Reader reader, Instant now) {
    return Words.byLink(reader.base()) && !now.isBefore(approval.gate().expiresAt());
  }

  private AnswerForms forms(Approval approval, Reader reader, boolean altered, Sent sent) {
    var gate = approval.gate();
    boolean signIn = gate.needsSignIn() && Words.byLink(reader.base());
    return new AnswerForms(
        reader.base(),
        reader.formToken(),
        gate.digest(),
        gate.brief().display(),
        altered,
        signIn ? "/ui/approvals/" + gate.approval() : null,
        altered ? List.of() : files.wordings(approval),
        new AnswerForms.Handing(gate.replacements(approval.job().owner()), gate.terms().domains()),
        sent.form());
  }

  /// What is not any more what was proposed, as far as that can be told apart.
  private List<String> altered(Approval approval, String digest) {
    if (!digest.equals(approval.gate().digest()))
      return List.of(
          "You were asked about %s, and what is there now is %s."
              .formatted(
                  ProposalDigest.shortCode(digest),
                  ProposalDigest.shortCode(approval.gate().digest())));
    if (verify.intact(approval.job().id(), approval.gate())) return List.of();
    var altered = files.altered(approval);
    return altered.isEmpty()
        ? List.of("To whom it goes, its subject, or what is shown with it.")
        : altered;
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
        Glances.money(a.amounts()),
        files.mail(a).orElse(null),
        files.change(a).orElse(null),
        files.text(a).orElse(null));
  }

  /// Of each file the newest that is no newer than the draft.
  private ReviewPage.Draft draft(Approval approval) {
    var newest = new LinkedHashMap<String, JobView.ArtifactView>();
    for (var file : views.artifacts(approval.job()))
      if (file.version() <= approval.gate().revision()) newest.put(file.name(), file);
    var packet = files.packet(approval).filter(a -> a.bytes() <= MOST_SHOWN);
    return new ReviewPage.Draft(
        true,
        packet.isPresent(),
        packet.filter(a -> a.bytes() <= BRIEF).isPresent(),
        List.copyOf(newest.values()));
  }

  private @Nullable Since since(Approval approval) {
    int before = approval.gate().revision() - 1;
    return partition
        .proposal(approval.job().id(), before)
        .map(old -> new Since(before, because(approval), drafts.between(old, approval.proposal())))
        .orElse(null);
  }

  private @Nullable String because(Approval approval) {
    var editor = approval.editedBy();
    if (editor != null) return "It was worded anew by %s.".formatted(editor.address());
    return partition.decisions(approval.job().id()).stream()
        .filter(d -> d.revision() == approval.gate().revision() - 1)
        .map(StoredDecision::decision)
        .flatMap(d -> asked(d).stream())
        .findFirst()
        .orElse(null);
  }

  private static Optional<String> asked(Decision decision) {
    return decision.say() instanceof Say.RequestChanges(var comment)
        ? Optional.of(
            "%s asked for changes: \u201c%s\u201d".formatted(decision.by().address(), comment))
        : Optional.empty();
  }
}

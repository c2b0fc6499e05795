package dev.countersign.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A job's request for a decision on one proposal.
///
/// @param digest SHA-256, lower-case hex, over all that would be done
/// @param terms who may decide, as the policy stood for this job
/// @param tally what was said, and who was told, so far
public record Gate(
    ApprovalId approval,
    int revision,
    String digest,
    Brief brief,
    ReviewTerms terms,
    Tally tally,
    Instant proposedAt,
    Instant expiresAt) {
  private static final Duration LAST_DAY = Duration.ofDays(1);

  public Gate {
    if (!expiresAt.isAfter(proposedAt))
      throw new IllegalArgumentException("a gate expires after it is proposed");
  }

  /// From when on the time is nearly over: the last day of it, or the last tenth if that is
  /// shorter.
  public Instant soonOver() {
    var tenth = Duration.between(proposedAt, expiresAt).dividedBy(10);
    return expiresAt.minus(tenth.compareTo(LAST_DAY) < 0 ? tenth : LAST_DAY);
  }

  /// A request that nobody was told of yet.
  public static Gate asking(
      ApprovalId approval,
      int revision,
      String digest,
      Brief brief,
      ReviewTerms terms,
      Instant now) {
    return new Gate(
        approval, revision, digest, brief, terms, Tally.NONE, now, now.plus(terms.lives()));
  }

  Gate with(Tally next) {
    return new Gate(approval, revision, digest, brief, terms, next, proposedAt, expiresAt);
  }

  /// Whose turn it is, as the policy names them: addresses, or `role:NAME`. Who has voted or handed
  /// their say over is not among them.
  public List<String> reviewers() {
    return Eligibility.asked(this);
  }

  /// Those whose turn it is and whom no notification has reached.
  public List<String> untold() {
    return reviewers().stream().filter(name -> !tally.told().contains(name)).toList();
  }

  /// When anybody was first told; null until then.
  public @Nullable Instant toldAt() {
    return tally.toldAt();
  }

  /// When those asked are next reminded; empty when they are not any more.
  public Optional<Instant> remindsAt() {
    return Silence.remindsAt(this).filter(at -> at.isBefore(expiresAt));
  }

  /// When others are next asked too; empty when nobody is any more.
  public Optional<Instant> escalatesAt() {
    return Silence.escalatesAt(this).filter(at -> at.isBefore(expiresAt));
  }

  /// How many more people must approve.
  public int missing() {
    return Math.max(0, terms.quorum() - tally.votes().size());
  }

  /// Whether a link alone is not enough to approve this.
  public boolean needsSignIn() {
    return terms.signIn() == ReviewTerms.SignIn.ALWAYS || brief.risk().level() == Risk.Level.HIGH;
  }

  /// Whether this person may decide on this gate of a job of `owner`, once signed in.
  public boolean mayDecide(Decider decider, String owner) {
    return whyNot(decider, owner).isEmpty();
  }

  /// Why this person may not decide here, signed in or not; empty when they may.
  public Optional<Verdict.Refused> whyNot(Decider decider, String owner) {
    return Eligibility.refusal(this, decider, owner);
  }

  /// The people known by address to whom somebody who is asked can hand their say.
  ///
  /// @param owner whose job it is
  public List<String> replacements(String owner) {
    return Eligibility.replacements(this, owner);
  }

  /// The name by which this person is asked, as the policy has it; empty when it is not their turn.
  public Optional<String> askedAs(Decider decider) {
    return Eligibility.askedAs(this, decider);
  }

  /// Whether this person has or had anything to say here.
  public boolean concerns(Decider decider) {
    return Eligibility.concerns(this, decider);
  }

  /// Whether these approvals of this very digest are as many as it takes, each another person's.
  boolean approvedBy(List<Decision> approvals) {
    return approvals.stream()
            .filter(d -> d.say() instanceof Decision.Say.Approve)
            .filter(d -> d.approval().equals(approval) && d.digest().equals(digest))
            .map(d -> d.by().address())
            .distinct()
            .count()
        >= terms.quorum();
  }

  /// All approvals, when `last` was the one that completed them.
  public List<Decision> approvals(Decision last) {
    return Stream.concat(tally.votes().stream(), Stream.of(last)).toList();
  }
}

package dev.countersign.page;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.http.Approval;
import dev.countersign.http.JobSentence;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.page.Settled.Became;
import dev.countersign.page.Settled.Newer;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.EffectRow;
import dev.countersign.store.Proposal;
import dev.countersign.store.Proposal.ProposedAction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Says calmly what became of a request that is not open any more.
@ApplicationScoped
class Outcomes {
  private final DynamoPartition partition;
  private final Drafts drafts;

  Outcomes(DynamoPartition partition, Drafts drafts) {
    this.partition = partition;
    this.drafts = drafts;
  }

  /// @param way where the reader gets at another request of this job
  Settled of(Approval approval, Instant now, Function<Gate, Optional<String>> way) {
    var decision = approval.decision();
    var newer = newer(approval, way);
    boolean waits = newer == null && decision.map(Outcomes::asksForMore).orElse(false);
    return decision
        .map(d ->
            new Settled(
                title(d),
                tone(d.say()),
                sentence(approval.job(), d, newer),
                recorded(d, now),
                effects(approval),
                waits ? working(approval.job()) : performing(approval.job()),
                newer))
        .orElseGet(() -> silence(approval, now, newer));
  }

  private Settled silence(Approval approval, Instant now, @Nullable Newer newer) {
    boolean canceled = approval.standing(now) == Approval.Standing.CANCELED;
    var until = JobSentence.time(approval.gate().expiresAt());
    return new Settled(
        canceled ? "Canceled; nothing was sent" : "Nobody decided in time; nothing was sent",
        "quiet",
        canceled
            ? "The job was canceled before anybody decided."
            : "Nobody decided until %s. Silence means that nothing happens; if it is still wanted, the submitter can submit it again."
                .formatted(until),
        null,
        List.of(),
        false,
        newer);
  }

  private static boolean asksForMore(Decision decision) {
    return decision.say() instanceof Say.Edit || decision.say() instanceof Say.RequestChanges;
  }

  private static boolean working(Job job) {
    return job.state() instanceof JobState.Queued || job.state() instanceof JobState.Running;
  }

  private static boolean performing(Job job) {
    return job.state() instanceof JobState.Approved || job.state() instanceof JobState.Performing;
  }

  private static String title(Decision decision) {
    return switch (decision.say()) {
      case Say.Approve _ -> "Approved";
      case Say.Reject _ -> "Rejected; nothing was sent";
      case Say.RequestChanges _ -> "Sent back for changes; nothing was sent";
      case Say.Edit _ -> "Worded anew; nothing was sent yet";
      case Say.Delegate _ -> "Handed over";
    };
  }

  private static String tone(Say say) {
    return say instanceof Say.Approve ? "good" : "quiet";
  }

  private static String sentence(Job job, Decision decision, @Nullable Newer newer) {
    var who = AskedPeople.name(decision.by());
    return switch (decision.say()) {
      case Say.Approve _ -> "Approved by %s. %s".formatted(inSentence(who), effect(job));
      case Say.Reject(var why) -> "Rejected by %s: \u201c%s\u201d".formatted(inSentence(who), why);
      case Say.RequestChanges(var what) ->
          "Sent back by %s: \u201c%s\u201d %s".formatted(inSentence(who), what, next(newer));
      case Say.Edit _ -> "Worded anew by %s. %s".formatted(inSentence(who), next(newer));
      case Say.Delegate(var to) -> "Handed to %s by %s.".formatted(to, inSentence(who));
    };
  }

  private static String inSentence(String who) {
    return who.startsWith("The holder") ? "t" + who.substring(1) : who;
  }

  private static String next(@Nullable Newer newer) {
    return newer == null
        ? "The new draft is being made; it is asked about anew, with a link of its own."
        : "The new draft is there.";
  }

  private static String effect(Job job) {
    return switch (job.state()) {
      case JobState.Completed(var at) -> "It was sent on %s.".formatted(JobSentence.time(at));
      case JobState.Failed(var failure, _, _) -> "It was not completed: " + failure.message();
      case JobState.Canceled _ -> "The job was canceled after that.";
      case JobState.Stopping _ -> "The job is being canceled.";
      case JobState.Approved _, JobState.Performing _ -> "It is being sent now.";
      case JobState.Queued _, JobState.Running _, JobState.Waiting _ -> "";
      case JobState.NeedsReview _, JobState.Rejected _, JobState.Expired _ -> "";
    };
  }

  private static String recorded(Decision decision, Instant now) {
    var by = decision.by();
    return "Recorded as %s, %s, on %s (%s ago), digest %s"
        .formatted(
            by.address(),
            switch (by.how()) {
              case BY_LINK -> "by the link sent to them";
              case SIGNED_IN -> "signed in";
            },
            Words.exact(decision.at()),
            Glances.left(Duration.between(decision.at(), now)),
            Words.start(decision.digest()));
  }

  private List<Became> effects(Approval approval) {
    var actions = approval.proposal().actions();
    return partition.effects(approval.job().id()).stream()
        .flatMap(row ->
            actions.stream()
                .filter(a -> a.effect().equals(row.effect().id()))
                .map(action -> became(action, row)))
        .toList();
  }

  private static Became became(ProposedAction action, EffectRow row) {
    return new Became(
        Words.effect(action.kind()),
        action.target(),
        row.effect().standing().name().toLowerCase(Locale.ROOT),
        row.changedAt(),
        row.facts().get("ref"));
  }

  /// What was proposed last, if that is something else.
  private @Nullable Newer newer(Approval approval, Function<Gate, Optional<String>> way) {
    var job = approval.job();
    int latest = job.progress().revision();
    if (latest <= approval.gate().revision()) return null;
    return partition
        .proposal(job.id(), latest)
        .map(proposal -> newer(approval, proposal, way))
        .orElse(null);
  }

  private Newer newer(Approval approval, Proposal proposal, Function<Gate, Optional<String>> way) {
    var gate = approval.newer().orElse(proposal.gate());
    return new Newer(
        approval.gate().revision(),
        way.apply(gate).orElse(null),
        gate.revision(),
        ProposalDigest.shortCode(gate.digest()),
        proposal.summary(),
        drafts.between(approval.proposal(), proposal));
  }
}

package dev.countersign.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.approval.DisplayDigest;
import dev.countersign.approval.ProposalDigest;
import dev.countersign.approval.ReviewLink;
import dev.countersign.approval.ReviewLinks;
import dev.countersign.job.Brief;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Effect;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import dev.countersign.job.JobMachine;
import dev.countersign.job.JobState;
import dev.countersign.job.Plan;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.Risk;
import dev.countersign.job.Verdict;
import dev.countersign.store.Artifacts;
import dev.countersign.store.Attachment;
import dev.countersign.store.Commit;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.Ids;
import dev.countersign.store.NewJob;
import dev.countersign.store.Proposal;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.store.TakeAnswer;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.Artifact;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Brings a job of `submitter` to its gate as a worker would: a mail to a client is proposed to
/// `reviewer`.
@ApplicationScoped
public class AtTheGate {
  public static final String OWNER = "submitter@local.example";
  public static final String REVIEWER = "reviewer@local.example";
  private static final Map<String, String> INPUTS =
      Map.of("note", "Look at the hood first. <i>Thanks</i>", "deliver_to", "client@example.com");
  private static final String SUMMARY = "Send the comparison of 4 bids to client@example.com";
  private static final String MAIL =
      """
      From: countersign@local.example
      To: client@example.com
      Subject: Kitchen bids compared
      Date: Mon, 2 Mar 2026 09:00:00 +0000
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="b1"

      --b1
      Content-Type: text/plain; charset=utf-8

      Dear client,

      Harborline is lowest at 87,859.00 once the missing scope is added. <b>Not markup.</b>

      --b1
      Content-Type: application/pdf; name="comparison.pdf"
      Content-Disposition: attachment; filename="comparison.pdf"
      Content-Transfer-Encoding: base64

      JVBERi0xLjQK
      --b1--
      """
          .replace("\n", "\r\n");

  private static final Risk RISK = new Risk(Risk.Level.MEDIUM, List.of());
  private final DynamoJobStore store;
  private final DynamoPartition partition;
  private final Artifacts artifacts;
  private final Catalog catalog;
  private final ReviewLinks links;
  private final Ids ids;
  private final InstantSource clock;

  AtTheGate(
      DynamoJobStore store,
      DynamoPartition partition,
      Artifacts artifacts,
      Catalog catalog,
      ReviewLinks links,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.partition = partition;
    this.artifacts = artifacts;
    this.catalog = catalog;
    this.links = links;
    this.ids = ids;
    this.clock = clock;
  }

  /// A job that waits for its reviewer.
  public Job aJobAwaitingApproval() {
    return aJobAwaiting(ReviewTerms.by(List.of(REVIEWER)));
  }

  /// A job that waits for a decision under these terms.
  public Job aJobAwaiting(ReviewTerms terms) {
    return proposed(clock.instant(), terms, Duration.ofDays(7));
  }

  /// A job whose mail may have gone out; only a person can tell.
  public Job aJobWithAnUnknownOutcome() {
    var asked = aJobAwaitingApproval();
    var at = clock.instant();
    var gate = ((JobState.NeedsReview) asked.state()).gate();
    var by = new Decider(REVIEWER, Set.of("reviewer"), Decider.How.SIGNED_IN);
    var yes =
        new Decision(
            gate.approval(), gate.digest(), null, new Decision.Say.Approve(), by, at, "none");
    var approved =
        moved(asked, new JobEvent.Decided(at, yes), List.of(new Attachment.Deciding(1, yes)));
    var held = taken(approved, at);
    long fence = held.fence();
    var mail = held.effects().getFirst().id();
    var begun = moved(held, new JobEvent.EffectBegun(at, fence, mail), List.of());
    var silent = new JobEvent.Outcome.Unknown("no answer");
    var unknown = moved(begun, new JobEvent.EffectEnded(at, fence, mail, silent), List.of());
    var unclear = new JobEvent.Finding.CannotTell("a mail cannot be asked");
    return moved(unknown, new JobEvent.EffectSettled(at, fence, mail, unclear), List.of());
  }

  /// A job whose reviewer did not decide in time.
  public Job aJobNobodyDecidedOn() {
    return proposed(
        clock.instant().minus(Duration.ofHours(2)),
        ReviewTerms.by(List.of(REVIEWER)),
        Duration.ofHours(1));
  }

  /// A job that no worker has begun.
  public Job aJobJustSubmitted(Instant at) {
    var workflow = catalog.newest("bid-comparison").orElseThrow();
    var job =
        Job.submitted(
            ids.job(),
            OWNER,
            workflow.ref(),
            new Job.Submission("Kitchen bids", INPUTS, workflow.plan()),
            at);
    var source = new Source(ids.source(), "files", "a.pdf", "application/pdf", 9, "0".repeat(64));
    store.create(job, new NewJob(null, List.of(source)));
    return store.find(job.id()).orElseThrow();
  }

  /// The token of the link that the reviewer of that job got.
  public String token(Job job) {
    return token(job, REVIEWER);
  }

  String token(Job job, String audience) {
    var gate = ((JobState.NeedsReview) job.state()).gate();
    return links.sign(
        new ReviewLink(
            job.id(), gate.approval(), gate.revision(), gate.digest(), audience, gate.expiresAt()));
  }

  /// The id of what that job waits for.
  public static String approval(Job job) {
    return ((JobState.NeedsReview) job.state()).gate().approval().value();
  }

  /// What that job was promised when it was submitted.
  Plan plan(String job) {
    return store.find(new JobId(job)).orElseThrow().plan();
  }

  public Job now(Job job) {
    return store.find(job.id()).orElseThrow();
  }

  private Job proposed(Instant at, ReviewTerms terms, Duration lives) {
    var job = taken(aJobJustSubmitted(at), at);
    var steps = job.plan().steps();
    for (var step : steps.subList(0, steps.size() - 2)) {
      var done = new JobEvent.StepDone(at, job.fence(), step.name(), "none", false);
      job = moved(job, done, step.name().equals("draft") ? drafted(job) : List.of());
    }
    return propose(job, at, terms, lives, MAIL);
  }

  /// A job whose reviewer worded it anew, once a worker has rendered that.
  public Job askedAnew(Job edited) {
    var at = clock.instant();
    var mail = MAIL.replace("Dear client,", "Dear Ms. Client,");
    var terms = ReviewTerms.by(List.of(REVIEWER));
    return propose(taken(now(edited), at), at, terms, Duration.ofDays(7), mail);
  }

  private Job propose(Job job, Instant at, ReviewTerms terms, Duration lives, String mail) {
    int revision = job.progress().revision();
    var action =
        new Action(
            "email",
            "client@example.com",
            "Kitchen bids compared",
            "message/rfc822",
            mail.getBytes(UTF_8));
    var effect =
        new Effect(ids.effect(), "email", revision, sha256(action), Effect.Standing.PLANNED);
    var proposed =
        new ProposedAction(
            effect.id(),
            action.kind(),
            action.target(),
            action.subject(),
            action.mediaType(),
            artifacts.writePayload(job.id(), action),
            action.payload().length,
            sha256(action));
    var digest =
        ProposalDigest.of(
            List.of(
                new ProposalDigest.Part(
                    action.kind(),
                    action.target(),
                    action.subject(),
                    action.mediaType(),
                    sha256(action))));
    var gate =
        Gate.asking(
            ids.approval(),
            revision,
            digest,
            new Brief(SUMMARY, List.of(), RISK, display(job)),
            terms.living(lives),
            at);
    var proposal = new Proposal(job.id(), gate, SUMMARY, "comparison.html", List.of(proposed));
    var event = new JobEvent.Proposed(at, job.fence(), "review", "none", gate, List.of(effect));
    var at1 = moved(job, event, List.of(new Attachment.Proposing(proposal)));
    return moved(at1, new JobEvent.ReviewersTold(at, gate.approval(), gate.untold()), List.of());
  }

  private String display(Job job) {
    return DisplayDigest.of(
        new DisplayDigest.Shown(
            SUMMARY,
            "comparison.html",
            artifacts.upTo(job.id(), 1),
            partition.sources(job.id()),
            partition.readings(job.id()),
            RISK));
  }

  private List<Attachment> drafted(Job job) {
    var html =
        "<!doctype html><title>x</title><script>alert(1)</script><h1>Comparison</h1>"
            .getBytes(UTF_8);
    var json =
        """
        {"summary": "Harborline is lowest.", "flags": [
          {"severity": "medium", "kind": "tax_excluded", "detail": "Stillwater leaves tax out."},
          {"severity": "high", "kind": "arithmetic_error", "bid": "a.pdf", "page": 2,
           "detail": "The lines add up to 100.00 more than the total.", "quote": "Total 87,759.00",
           "money_effect": "100.00"}]}
        """
            .getBytes(UTF_8);
    var with = new ArrayList<Attachment>();
    with.add(artifacts.write(job.id(), 1, new Artifact("comparison.html", "text/html", html)));
    with.add(
        artifacts.write(job.id(), 1, new Artifact("comparison.json", "application/json", json)));
    return with;
  }

  private Job taken(Job job, Instant at) {
    return switch (store.take(job.id(), "test", at)) {
      case TakeAnswer.Held(var held) -> held;
      case TakeAnswer.NotNow _, TakeAnswer.Missing _ -> throw new AssertionError("not taken");
    };
  }

  private Job moved(Job job, JobEvent event, List<Attachment> with) {
    if (!(JobMachine.apply(job, event) instanceof Verdict.Moved moved))
      throw new AssertionError("refused: " + JobMachine.apply(job, event));
    return ((Commit.Committed) store.commit(job, moved, with)).job();
  }

  private static String sha256(Action action) {
    return ProposalDigest.sha256(action.payload());
  }
}

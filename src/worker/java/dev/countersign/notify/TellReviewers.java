package dev.countersign.notify;

import dev.countersign.approval.ReviewLinks;
import dev.countersign.effect.Attempt;
import dev.countersign.effect.MailRelay;
import dev.countersign.effect.RenderEmail;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.Reminded;
import dev.countersign.job.JobEvent.ReviewersTold;
import dev.countersign.job.JobState;
import dev.countersign.store.DynamoPartition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Tells each reviewer of a gate that a decision is asked for, by a mail with a link that is theirs
/// alone. Telling twice does no harm: the mail is the same, down to its Message-ID.
@ApplicationScoped
public class TellReviewers {
  private static final Logger LOG = Logger.getLogger(TellReviewers.class);
  private final DynamoPartition partition;
  private final ReviewLinks links;
  private final RenderEmail render;
  private final MailRelay relay;
  private final InstantSource clock;

  TellReviewers(
      DynamoPartition partition,
      ReviewLinks links,
      RenderEmail render,
      MailRelay relay,
      InstantSource clock) {
    this.partition = partition;
    this.links = links;
    this.render = render;
    this.relay = relay;
    this.clock = clock;
  }

  /// Empty when nobody could be told; the job's wake-up brings another try. Whoever was asked by
  /// role has no address here and sees the request in their inbox.
  public Optional<ReviewersTold> of(Job job) {
    if (!(job.state() instanceof JobState.NeedsReview(var gate))) return Optional.empty();
    var told =
        gate.untold().stream().filter(name -> isRole(name) || sent(job, gate, name, 0)).toList();
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReviewersTold(clock.instant(), gate.approval(), told));
  }

  /// Reminds those whose turn it is; empty when nobody could be.
  public Optional<Reminded> reminded(Job job, int number) {
    if (!(job.state() instanceof JobState.NeedsReview(var gate))) return Optional.empty();
    var asked = gate.reviewers();
    long reached =
        asked.stream().filter(name -> isRole(name) || sent(job, gate, name, number)).count();
    return reached == 0 && !asked.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reminded(clock.instant(), gate.approval(), number));
  }

  private static boolean isRole(String name) {
    return name.startsWith("role:");
  }

  /// @param reminder its number; 0 for the request itself
  private boolean sent(Job job, Gate gate, String reviewer, int reminder) {
    var link = links.url(job.id(), gate, reviewer);
    var mail = ReviewMail.of(job, gate, summary(job, gate), reviewer, link, reminder);
    var attempt = relay.send(reviewer, render.bytes(mail));
    if (attempt instanceof Attempt.Done) return true;
    LOG.warnf("%s: a reviewer was not told (%s)", job.id(), attempt.getClass().getSimpleName());
    return false;
  }

  private String summary(Job job, Gate gate) {
    if (!gate.brief().summary().isEmpty()) return gate.brief().summary();
    return partition.proposal(job.id(), gate.revision()).map(p -> p.summary()).orElse(job.title());
  }
}

package dev.countersign.notify;

import dev.countersign.approval.ReviewLinks;
import dev.countersign.effect.Attempt;
import dev.countersign.effect.MailRelay;
import dev.countersign.effect.RenderEmail;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.ReviewersTold;
import dev.countersign.job.JobState;
import dev.countersign.store.DynamoPartition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
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

  /// Empty when no mail could be handed over; the job's wake-up brings another try.
  public Optional<ReviewersTold> of(Job job) {
    if (!(job.state() instanceof JobState.NeedsReview(var gate))) return Optional.empty();
    var summary =
        partition.proposal(job.id(), gate.revision()).map(p -> p.summary()).orElse(job.title());
    var addresses = addresses(gate);
    long told = addresses.stream().filter(address -> told(job, gate, summary, address)).count();
    return told > 0 || addresses.isEmpty()
        ? Optional.of(new ReviewersTold(clock.instant(), gate.approval()))
        : Optional.empty();
  }

  /// Reviewers by role have no address here; they see the request in their inbox.
  private static List<String> addresses(Gate gate) {
    return gate.reviewers().stream().filter(r -> !r.startsWith("role:")).toList();
  }

  private boolean told(Job job, Gate gate, String summary, String reviewer) {
    var link = links.url(job.id(), gate, reviewer);
    var mail = ReviewMail.of(job, gate, summary, reviewer, link);
    var attempt = relay.send(reviewer, render.bytes(mail));
    if (attempt instanceof Attempt.Done) return true;
    LOG.warnf("%s: a reviewer was not told (%s)", job.id(), attempt.getClass().getSimpleName());
    return false;
  }
}

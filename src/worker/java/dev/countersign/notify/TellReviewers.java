package dev.countersign.notify;

import dev.countersign.approval.ReviewLinks;
import dev.countersign.approval.RoleMembers;
import dev.countersign.effect.Attempt;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.Reminded;
import dev.countersign.job.JobEvent.ReviewersTold;
import dev.countersign.job.JobState;
import dev.countersign.store.DynamoPartition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Tells each reviewer of a gate that a decision is asked for, by a mail with a link that is theirs
/// alone; of a role, each of its known holders. Telling twice does no harm: the mail is the same,
/// down to its Message-ID.
@ApplicationScoped
public class TellReviewers {
  private static final Logger LOG = Logger.getLogger(TellReviewers.class);
  private final DynamoPartition partition;
  private final ReviewLinks links;
  private final RoleMembers members;
  private final Post post;
  private final ReviewLetter letters;
  private final InstantSource clock;

  TellReviewers(
      DynamoPartition partition,
      ReviewLinks links,
      RoleMembers members,
      Post post,
      NotifyConfig config,
      InstantSource clock) {
    this.partition = partition;
    this.links = links;
    this.members = members;
    this.post = post;
    this.letters = new ReviewLetter(config);
    this.clock = clock;
  }

  /// Empty when nobody could be told; the job's wake-up brings another try. Whoever was asked by a
  /// role whose holders are not known sees the request in their inbox.
  public Optional<ReviewersTold> of(Job job) {
    if (!(job.state() instanceof JobState.NeedsReview(var gate))) return Optional.empty();
    var told = new ArrayList<String>();
    for (var name : gate.untold()) {
      var asking = Asking.of(gate, name);
      var open = people(job, gate, name).filter(p -> !gate.tally().told().contains(p)).toList();
      var reached = open.stream().filter(person -> sent(job, gate, person, asking)).toList();
      told.addAll(reached);
      if (RoleMembers.isRole(name) && reached.size() == open.size()) told.add(name);
    }
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReviewersTold(clock.instant(), gate.approval(), told));
  }

  /// Reminds those whose turn it is; empty when nobody could be.
  public Optional<Reminded> reminded(Job job, int number) {
    if (!(job.state() instanceof JobState.NeedsReview(var gate))) return Optional.empty();
    var people = gate.reviewers().stream().flatMap(name -> people(job, gate, name)).toList();
    var asking = new Asking.Reminder(number);
    long reached = people.stream().filter(person -> sent(job, gate, person, asking)).count();
    return reached == 0 && !people.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reminded(clock.instant(), gate.approval(), number));
  }

  /// Whom a name stands for: of a role those who are known to hold it and may decide here.
  private Stream<String> people(Job job, Gate gate, String name) {
    if (!RoleMembers.isRole(name)) return Stream.of(name);
    return members.behind(name).stream()
        .filter(person -> gate.terms().submitterMay() || !person.equals(job.owner()))
        .filter(person ->
            gate.tally().votes().stream().noneMatch(v -> v.by().address().equals(person)));
  }

  /// One person's trouble is not the others'.
  private boolean sent(Job job, Gate gate, String person, Asking asking) {
    try {
      var link = links.url(job.id(), gate, person);
      var letter = letters.of(job, gate, summary(job, gate), asking, person, link);
      var id = MessageIds.of(job.id(), gate.revision(), person, asking.label());
      var envelope =
          new Post.Envelope(person, id, thread(job, gate, person, asking), asking.since(gate));
      var attempt = post.send(letter, envelope);
      if (attempt instanceof Attempt.Done) return true;
      LOG.warnf("%s: a reviewer was not told (%s)", job.id(), attempt.getClass().getSimpleName());
    } catch (RuntimeException e) {
      LOG.warnf("%s: a reviewer was not told (%s)", job.id(), e.getClass().getSimpleName());
    }
    return false;
  }

  private static List<String> thread(Job job, Gate gate, String person, Asking asking) {
    var root = MessageIds.thread(job.id(), person);
    return asking instanceof Asking.Reminder
        ? List.of(root, MessageIds.of(job.id(), gate.revision(), person, "ask"))
        : List.of(root);
  }

  private String summary(Job job, Gate gate) {
    if (!gate.brief().summary().isEmpty()) return gate.brief().summary();
    return partition.proposal(job.id(), gate.revision()).map(p -> p.summary()).orElse(job.title());
  }
}

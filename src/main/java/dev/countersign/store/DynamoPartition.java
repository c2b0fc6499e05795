package dev.countersign.store;

import static dev.countersign.store.Attr.text;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.JobId;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.SourceReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What is stored beside a job's record: its story, sources, proposals, decisions, ledger.
@ApplicationScoped
public class DynamoPartition {
  private static final int MOST_EVENTS = 500;
  private static final int MOST_PER_REVIEWER = 100;
  private final DynamoTable table;
  private final Rows rows;
  private final TimelineChain timeline;

  DynamoPartition(DynamoTable table, StoredForms forms, RandomGenerator random) {
    this.table = table;
    this.rows = new Rows(forms, table.name());
    this.timeline = new TimelineChain(forms, random);
  }

  /// The timeline after that entry, oldest first, at most 500.
  public List<TimelineEvent> events(JobId job, long afterSeq) {
    return table
        .query(q ->
            q.consistentRead(true)
                .limit(MOST_EVENTS)
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", text(job.value()),
                        ":from", text(Keys.event(afterSeq + 1)),
                        ":to", text(Keys.EVENTS + "9999999999"))))
        .items()
        .stream()
        .map(timeline::read)
        .toList();
  }

  /// The whole timeline, oldest first.
  public List<TimelineEvent> story(JobId job) {
    return table.all(job.value(), Keys.EVENTS).stream().map(timeline::read).toList();
  }

  /// What was proposed in each revision, in their order.
  public List<Proposal> proposals(JobId job) {
    return all(job, Keys.PROPOSALS, Proposal.class);
  }

  public List<Source> sources(JobId job) {
    return all(job, Keys.SOURCES, Source.class);
  }

  /// What became of the sources that were read so far.
  public List<SourceReading> readings(JobId job) {
    return all(job, Keys.READINGS, SourceReading.class);
  }

  /// In the order they were said.
  public List<StoredDecision> decisions(JobId job) {
    return all(job, Keys.DECISIONS, StoredDecision.class);
  }

  /// Whether something of this owner's has ever reached that target.
  public boolean reached(String owner, String kind, String target) {
    return table.get(Keys.reached(owner, kind, target), Keys.REACHED).isPresent();
  }

  /// The ledger, oldest effect first.
  public List<EffectRow> effects(JobId job) {
    return all(job, Keys.EFFECTS, EffectRow.class);
  }

  public Optional<Proposal> proposal(JobId job, int revision) {
    return table
        .get(job.value(), Keys.proposal(revision))
        .map(item -> rows.read(item, Proposal.class));
  }

  /// Also when it was decided on, or expired, long ago.
  public Optional<Proposal> proposal(ApprovalId approval) {
    return table
        .get(Keys.approval(approval), Keys.APPROVAL)
        .map(item -> rows.read(item, Pointer.class))
        .flatMap(pointer -> proposal(pointer.job(), pointer.revision()));
  }

  /// The open requests that any of these may decide, first the one that expires first.
  ///
  /// @param reviewers a person's address and `role:NAME` for each role
  public List<InboxEntry> inbox(Collection<String> reviewers) {
    return reviewers.stream()
        .flatMap(reviewer -> inbox(reviewer).stream())
        .distinct()
        .sorted(Comparator.comparing(InboxEntry::expiresAt))
        .toList();
  }

  private List<InboxEntry> inbox(String reviewer) {
    return table
        .query(q ->
            q.indexName("reviewer")
                .limit(MOST_PER_REVIEWER)
                .keyConditionExpression("reviewerPk = :reviewer")
                .expressionAttributeValues(Map.of(":reviewer", text(reviewer))))
        .items()
        .stream()
        .map(item -> rows.read(item, InboxEntry.class))
        .toList();
  }

  private <T> List<T> all(JobId job, String prefix, Class<T> type) {
    return table.all(job.value(), prefix).stream().map(item -> rows.read(item, type)).toList();
  }
}

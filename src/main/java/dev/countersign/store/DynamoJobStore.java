package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import dev.countersign.job.TimelineEntry;
import dev.countersign.job.Verdict;
import dev.countersign.store.DynamoTable.Written;
import dev.countersign.workflow.Retriable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The jobs. Each move is one conditional write, its timeline entry in the same transaction; a
/// write that is refused by its own first try is recognised by its write id.
@ApplicationScoped
public class DynamoJobStore {
  /// A SHA-256 as hex.
  private static final String LONGEST_HEAD = "0".repeat(64);

  private final DynamoTable table;
  private final Ids ids;
  private final StoredJob stored;
  private final TimelineChain timeline;
  private final Rows rows;
  private final GateRows gates;
  private final NoticeRows notices;
  private final LeaseWrites leases;

  DynamoJobStore(DynamoTable table, StoredForms forms, Ids ids, RandomGenerator random) {
    this.table = table;
    this.ids = ids;
    this.stored = new StoredJob(forms);
    this.timeline = new TimelineChain(forms, random);
    this.rows = new Rows(forms, table.name());
    this.gates = new GateRows(rows);
    this.notices = new NoticeRows(rows);
    this.leases = new LeaseWrites(table, stored);
  }

  /// Measures a new job before anything of it is stored.
  ///
  /// @throws dev.countersign.workflow.Fatal when its record would be too large
  public void measure(Job job) {
    ItemSize.checked(
        stored.item(job.withHead(LONGEST_HEAD), ids.write(), job.submittedAt()),
        ItemSize.MOST_NEW_JOB_BYTES);
  }

  /// One transaction: the job, its first timeline entry, its idempotency key, its sources; the note
  /// of its files goes.
  public Creation create(Job job, NewJob extras) {
    var link = timeline.append(job, submitted(job, extras));
    var created = job.withHead(link.hash());
    var writeId = ids.write();
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(rows.put(stored.item(created, writeId, job.submittedAt()), Condition.NEW));
    writes.add(rows.put(link.item(), Condition.NEW));
    if (extras.noted()) writes.add(rows.delete(job.id().value(), Keys.INTAKE, Condition.INTAKE));
    for (var source : extras.sources())
      writes.add(
          rows.put(rows.row(job.id().value(), Keys.source(source.id()), source), Condition.NEW));
    var once = extras.once();
    if (once != null) writes.add(once(job, once));
    return switch (table.transact(writes, writeId)) {
      case Written.Done _ -> new Creation.Created(created);
      case Written.Refused refused when ours(refused, writeId) -> new Creation.Created(created);
      case Written.Refused refused -> usedBefore(refused, extras);
    };
  }

  /// As it is now, also right after a write.
  public Optional<Job> find(JobId id) {
    return table.get(id.value(), Keys.JOB).map(stored::read);
  }

  /// What an idempotency key of that owner was used for, if it was.
  public Optional<Creation> usedBefore(String owner, NewJob.Once once, Instant now) {
    return table
        .get(Keys.once(owner, once.key()), Keys.ONCE)
        .filter(item -> time(item, "expiresAt").isAfter(now))
        .map(item -> usedBefore(rows.read(item, OnceRow.class), once));
  }

  /// One update that takes the lease and returns the job.
  public TakeAnswer take(JobId id, String worker, Instant now) {
    return leases.take(id, ids.write(), new JobEvent.Taken(now, worker));
  }

  /// Extends a lease; false when the job is no longer held so.
  public boolean beat(Job held, Instant until) {
    return leases.beat(held, until);
  }

  /// Puts off a job's wake-up; false when it has moved since it was read.
  public boolean snooze(Job job, Instant wakeAt) {
    return leases.snooze(job, wakeAt);
  }

  /// One transaction: the job, its timeline entry, and all that follows from the move, word of it
  /// that people are owed among it.
  public Commit commit(Job before, Verdict.Moved moved, List<Attachment> with) {
    var link = timeline.append(moved.job(), moved.entry());
    var after = moved.job().withHead(link.hash());
    var writeId = ids.write();
    var writes = new ArrayList<TransactWriteItem>();
    var guard = Guard.of(before, after, with);
    var item = stored.item(after, writeId, moved.entry().at());
    writes.add(rows.put(item, guard.condition(), guard.values()));
    writes.add(rows.put(link.item(), Condition.NEW));
    with.forEach(a -> writes.add(rows.put(rows.attached(after, a))));
    writes.addAll(gates.ledger(before, after, moved.entry()));
    writes.addAll(gates.inbox(before, after));
    writes.addAll(notices.owed(before, after, moved.entry().at()));
    return switch (table.transact(writes, writeId)) {
      case Written.Done _ -> new Commit.Committed(after);
      case Written.Refused refused when ours(refused, writeId) -> new Commit.Committed(after);
      case Written.Refused refused -> new Commit.Lost(current(before.id(), refused));
    };
  }

  public Commit commit(Job before, Verdict.Moved moved) {
    return commit(before, moved, List.of());
  }

  /// Those that exist, in that order.
  List<Job> all(List<JobId> jobs) {
    var found = new HashMap<JobId, Job>();
    table.all(jobs.stream().map(LeaseWrites::key).toList()).stream()
        .map(stored::read)
        .forEach(job -> found.put(job.id(), job));
    return jobs.stream().filter(found::containsKey).map(found::get).toList();
  }

  /// The first item of each transaction here is the job.
  private static boolean ours(Written.Refused refused, String writeId) {
    return refused
        .first()
        .filter(item -> item.containsKey("writeId"))
        .filter(item -> text(item, "writeId").equals(writeId))
        .isPresent();
  }

  private Job current(JobId id, Written.Refused refused) {
    if (refused.first().isEmpty())
      throw new IllegalStateException(
          "The ledger or timeline of %s disagrees with its record; nothing was written. Compare its items."
              .formatted(id));
    return refused
        .first()
        .filter(item -> !item.isEmpty())
        .map(stored::read)
        .or(() -> find(id))
        .orElseThrow(() -> new IllegalStateException(id + " is not in the table any more"));
  }

  private TransactWriteItem once(Job job, NewJob.Once once) {
    var item =
        rows.row(
            Keys.once(job.owner(), once.key()), Keys.ONCE, new OnceRow(job.id(), once.payload()));
    item.put("expiresAt", time(once.until()));
    item.put("ttl", number(once.until().getEpochSecond()));
    return rows.put(item, Condition.ONCE, Map.of(":now", time(job.submittedAt())));
  }

  private Creation usedBefore(Written.Refused refused, NewJob extras) {
    var once = extras.once();
    var row = refused.asStored().getLast().filter(item -> item.containsKey("row"));
    if (once == null || row.isEmpty())
      throw new Retriable("The job was not made: its files were dropped meanwhile.", null);
    return usedBefore(rows.read(row.get(), OnceRow.class), once);
  }

  private static Creation usedBefore(OnceRow row, NewJob.Once once) {
    return row.payload().equals(once.payload())
        ? new Creation.Same(row.job())
        : new Creation.OtherPayload(row.job());
  }

  private static TimelineEntry submitted(Job job, NewJob extras) {
    return new TimelineEntry(
        "submitted",
        job.submittedAt(),
        Map.of(
            "workflow", job.workflow().toString(),
            "sources", String.valueOf(extras.sources().size())),
        Map.of("by", job.owner()));
  }
}

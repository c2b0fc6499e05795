package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.TimelineEntry;
import dev.countersign.store.DynamoTable.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Takes a finished job's values out of the store: who, what was written, the documents and files.
/// Hashes, ids, times and the chain of the timeline stay. First it is recorded, in the job and its
/// timeline, then done; asking again does what a crash left.
@ApplicationScoped
public class Erasure {
  static final String ERASED = "erased";
  private static final int AT_ONCE = 25;

  private final DynamoTable table;
  private final S3Objects objects;
  private final StoredForms forms;
  private final Ids ids;
  private final StoredJob stored;
  private final TimelineChain timeline;
  private final Rows rows;

  Erasure(
      DynamoTable table, S3Objects objects, StoredForms forms, Ids ids, RandomGenerator random) {
    this.table = table;
    this.objects = objects;
    this.forms = forms;
    this.ids = ids;
    this.stored = new StoredJob(forms);
    this.timeline = new TimelineChain(forms, random);
    this.rows = new Rows(forms, table.name());
  }

  /// When that was recorded of a job; empty when it was not.
  public Optional<Instant> recordedAt(JobId job) {
    return table
        .get(job.value(), Keys.JOB)
        .filter(item -> item.containsKey("erasedAt"))
        .map(item -> time(item, "erasedAt"));
  }

  /// Records it: one transaction of the job without its values, and an entry that says how much was
  /// there.
  ///
  /// @param job over for good
  /// @param by who asked for it
  public Commit record(Job job, String by, Instant at) {
    var after = moved(forms.redacted(job, Redaction.ERASED.withNames()), job.version() + 1);
    var entry = new TimelineEntry(ERASED, at, counts(job), Map.of("by", by));
    var link = timeline.append(after, entry);
    var writeId = ids.write();
    var item = stored.item(after.withHead(link.hash()), writeId, at);
    List.of("ownerPk", "ownerSk").forEach(item::remove);
    item.put("erasedAt", time(at));
    var values = Map.of(":version", number(job.version()), ":fence", number(job.fence()));
    var writes =
        List.of(rows.put(item, Condition.COMMIT, values), rows.put(link.item(), Condition.NEW));
    return switch (table.transact(writes, writeId)) {
      case Written.Done _ -> new Commit.Committed(stored.read(item));
      case Written.Refused refused ->
          new Commit.Lost(
              refused
                  .first()
                  .filter(now -> !now.isEmpty())
                  .or(() -> table.get(job.id().value(), Keys.JOB))
                  .map(stored::read)
                  .orElseThrow());
    };
  }

  /// Does it: objects first, because their names are in the items.
  public void finish(JobId job) {
    var items = table.partition(job.value());
    var receipts = "jobs/%s/receipts/".formatted(job);
    for (var name : List.of("whole", "without-content")) objects.delete(receipts + name + ".json");
    items.stream().flatMap(item -> keys(job, item).stream()).distinct().forEach(objects::delete);
    var writes = items.stream().flatMap(item -> without(job, item).stream()).toList();
    for (int i = 0; i < writes.size(); i += AT_ONCE)
      table.transact(writes.subList(i, Math.min(writes.size(), i + AT_ONCE)), ids.write());
  }

  private Map<String, String> counts(Job job) {
    var items = table.partition(job.id().value());
    var counts = new HashMap<String, String>();
    for (var kind :
        Map.of(
                "documents", Keys.SOURCES,
                "files", Keys.ARTIFACTS,
                "proposals", Keys.PROPOSALS,
                "decisions", Keys.DECISIONS)
            .entrySet())
      counts.put(
          kind.getKey(),
          String.valueOf(
              items.stream().filter(i -> text(i, "sk").startsWith(kind.getValue())).count()));
    return counts;
  }

  /// How an item is without its values; empty when it stays as it is.
  private Optional<TransactWriteItem> without(JobId job, Map<String, AttributeValue> item) {
    var sk = text(item, "sk");
    if (sk.equals(Keys.JOB) || isMoney(sk)) return Optional.empty();
    var bare = new HashMap<>(item);
    if (sk.startsWith(Keys.EVENTS)) return eventWithout(bare);
    if (!item.containsKey("row")) return Optional.of(rows.delete(job.value(), sk));
    var named = sk.startsWith(Keys.ARTIFACTS);
    var redaction = named ? Redaction.ERASED.withNames() : Redaction.ERASED;
    bare.put("row", text(forms.redacted(text(item, "row"), redaction)));
    return Optional.of(rows.put(bare));
  }

  /// Amounts of nobody in particular; a call that is still open is settled with them.
  private static boolean isMoney(String sk) {
    return sk.equals(Keys.BUDGET) || sk.startsWith(Keys.RESERVATIONS);
  }

  /// Who had it erased stays to be known.
  private Optional<TransactWriteItem> eventWithout(Map<String, AttributeValue> item) {
    if (timeline.read(item).type().equals(ERASED)) return Optional.empty();
    item.remove("personal");
    return Optional.of(rows.put(item));
  }

  /// The objects that an item names, and nothing outside of its job.
  private List<String> keys(JobId job, Map<String, AttributeValue> item) {
    var keys = new ArrayList<String>();
    var sk = text(item, "sk");
    if (sk.startsWith(Keys.SOURCES))
      keys.add("jobs/%s/sources/%s".formatted(job, sk.substring(Keys.SOURCES.length())));
    if (item.containsKey("key")) keys.add(text(item, "key"));
    if (item.containsKey("row"))
      forms.tree(text(item, "row")).findValues("key").stream()
          .filter(JsonNode::isTextual)
          .forEach(key -> keys.add(key.asText()));
    return keys.stream()
        .filter(key ->
            key.startsWith("jobs/%s/".formatted(job)) || key.startsWith(CallLog.contents(job)))
        .toList();
  }

  private static Job moved(Job job, long version) {
    return new Job(
        job.id(),
        job.owner(),
        job.workflow(),
        job.title(),
        job.inputs(),
        job.submittedAt(),
        job.deadline(),
        job.plan(),
        job.progress(),
        job.effects(),
        job.state(),
        version,
        job.fence(),
        job.head());
  }
}

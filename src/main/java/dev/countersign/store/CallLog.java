package dev.countersign.store;

import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.store.DynamoTable.Written;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The calls to models that jobs made: each is written before it is made, under a number that it
/// alone can have, and again with what came of it. Those that are open are in the `due` index by
/// when somebody must look at them, whatever has become of their job.
@ApplicationScoped
public class CallLog {
  private final DynamoTable table;
  private final Rows rows;
  private final Ids ids;

  CallLog(DynamoTable table, StoredForms forms, Ids ids) {
    this.table = table;
    this.rows = new Rows(forms, table.name());
    this.ids = ids;
  }

  /// Where a provider's response belongs.
  public record Found(JobId job, CallRow call) {}

  @RegisterForReflection
  record Pointer(String job, String call) {}

  /// Where what was asked and answered is kept, apart from the rest of the job, so that it can be
  /// dropped earlier.
  public static String contents(JobId job) {
    return "calls/%s/".formatted(job);
  }

  /// All of a job's, in the order in which they were begun.
  public List<CallRow> of(JobId job) {
    return table.all(job.value(), Keys.CALLS).stream()
        .map(this::read)
        .sorted(
            Comparator.comparing(CallRow::startedAt)
                .thenComparing(CallRow::task)
                .thenComparingInt(CallRow::number))
        .toList();
  }

  /// Those about one task, oldest first.
  public List<CallRow> about(Job job, String task) {
    var prefix = Keys.calls(job.currentStep().name(), job.progress().revision(), task);
    return table.all(job.id().value(), prefix).stream().map(this::read).toList();
  }

  /// @param sortKey as the `due` index has it
  public Optional<CallRow> find(JobId job, String sortKey) {
    return table.get(job.value(), sortKey).map(this::read);
  }

  /// The call as it stands now.
  public Optional<CallRow> again(JobId job, CallRow call) {
    return find(job, Keys.call(call));
  }

  /// The call that a provider's response answers, once its id was written down.
  public Optional<Found> answeredBy(String response) {
    return table
        .get(Keys.response(response), Keys.RESPONSE)
        .map(item -> rows.read(item, Pointer.class))
        .flatMap(to -> {
          var job = new JobId(to.job());
          return find(job, to.call()).map(call -> new Found(job, call));
        });
  }

  /// Writes a call down before it is made; refused when there is one of that number.
  ///
  /// @param due when somebody must look at it at the latest
  public Write begun(JobId job, CallRow call, Instant due) {
    return new Write(rows.put(open(job, call, due), Condition.NEW));
  }

  /// Writes what became of it; refused when that was written before.
  public Write ended(JobId job, CallRow was, CallRow now) {
    return moved(item(job, now), was);
  }

  /// The provider has it: writes its id, and where that leads back to. False when somebody else has
  /// written what became of the call, or one of the caller's conditions does not hold.
  public boolean waiting(JobId job, CallRow was, CallRow now, Instant due, Write... with) {
    var response = now.response();
    if (response == null) throw new IllegalArgumentException("which response? " + now.id());
    var pointer =
        rows.row(Keys.response(response), Keys.RESPONSE, new Pointer(job.value(), Keys.call(now)));
    pointer.put("ttl", Attr.number(due.plus(Keys.RESPONSE_KEPT).getEpochSecond()));
    var own = Stream.of(moved(open(job, now, due), was), new Write(rows.put(pointer)));
    return write(Stream.concat(own, Arrays.stream(with)).toArray(Write[]::new));
  }

  /// Puts off when somebody must look at it; false when it has moved.
  public boolean later(JobId job, CallRow was, CallRow now, Instant due) {
    return write(moved(open(job, now, due), was));
  }

  /// All of them or none; false when a condition does not hold.
  public boolean write(Write... writes) {
    return table.transact(Arrays.stream(writes).map(Write::item).toList(), ids.write())
        instanceof Written.Done;
  }

  private CallRow read(Map<String, AttributeValue> item) {
    return rows.read(item, CallRow.class);
  }

  private Write moved(Map<String, AttributeValue> item, CallRow was) {
    return new Write(rows.put(item, Condition.LEDGER, Map.of(":was", text(was.standing().name()))));
  }

  private Map<String, AttributeValue> open(JobId job, CallRow call, Instant due) {
    var item = item(job, call);
    item.put("duePk", text(DueIndex.shard(job)));
    item.put("dueAt", time(due));
    return item;
  }

  private Map<String, AttributeValue> item(JobId job, CallRow call) {
    var item = rows.row(job.value(), Keys.call(call), call);
    item.put("standing", text(call.standing().name()));
    return item;
  }
}

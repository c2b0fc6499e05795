package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobId;
import dev.countersign.job.JobMachine;
import dev.countersign.job.JobState;
import dev.countersign.job.Lease;
import dev.countersign.job.Progress;
import dev.countersign.job.Verdict;
import dev.countersign.store.DynamoTable.Written;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The blind updates of a job's lease and wake-up, none of which moves its version. A test compares
/// the take with what the machine says, in every state.
final class LeaseWrites {
  private final DynamoTable table;
  private final StoredJob stored;

  LeaseWrites(DynamoTable table, StoredJob stored) {
    this.table = table;
    this.stored = stored;
  }

  /// One update that takes the lease and returns the job.
  TakeAnswer take(JobId id, String writeId, JobEvent.Taken event) {
    var now = event.at();
    var until = now.plus(Lease.LENGTH);
    var values =
        Map.of(
            ":one", number(1),
            ":worker", text(event.worker()),
            ":now", time(now),
            ":until", time(until),
            ":wake", time(until.plus(Lease.SKEW)),
            ":lapsed", time(now.minus(Lease.SKEW)),
            ":most", number(Progress.MOST_LEASES),
            ":write", text(writeId));
    var written =
        table.update(u ->
            u.key(key(id))
                .updateExpression(
                    "SET fence = fence + :one, attempt = attempt + :one,"
                        + " leases = leases + :one, leaseHolder = :worker, leaseSince = :now,"
                        + " leaseUntil = :until, dueAt = :wake, #status = heldStatus,"
                        + " writeId = :write")
                .conditionExpression(Condition.TAKE.expression())
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(values));
    return switch (written) {
      case Written.Done(var item) -> new TakeAnswer.Held(stored.read(item));
      case Written.Refused refused ->
          refused
              .first()
              .map(item -> notTaken(item, writeId, event))
              .orElse(new TakeAnswer.Missing());
    };
  }

  /// Extends a lease; false when the job is no longer held so.
  boolean beat(Job held, Instant until) {
    var lapses = until.plus(Lease.SKEW);
    var wake =
        held.state() instanceof JobState.Running && held.deadline().isBefore(lapses)
            ? held.deadline()
            : lapses;
    return table.update(u ->
        u.key(key(held.id()))
            .updateExpression("SET leaseUntil = :until, dueAt = :wake")
            .conditionExpression(Condition.HELD.expression())
            .expressionAttributeValues(
                Map.of(
                    ":until", time(until),
                    ":wake", time(wake),
                    ":fence", number(held.fence()),
                    ":holder", text(holder(held)))))
        instanceof Written.Done;
  }

  /// Puts off a job's wake-up; false when it has moved since it was read.
  boolean snooze(Job job, Instant wakeAt) {
    return table.update(u ->
        u.key(key(job.id()))
            .updateExpression("SET dueAt = :wake")
            .conditionExpression(Condition.COMMIT.expression())
            .expressionAttributeValues(
                Map.of(
                    ":wake", time(wakeAt),
                    ":version", number(job.version()),
                    ":fence", number(job.fence()))))
        instanceof Written.Done;
  }

  private TakeAnswer notTaken(
      Map<String, AttributeValue> item, String writeId, JobEvent.Taken event) {
    var job = stored.read(item);
    if (text(item, "writeId").equals(writeId)) return new TakeAnswer.Held(job);
    return switch (JobMachine.apply(job, event)) {
      case Verdict.Refused why -> new TakeAnswer.NotNow(job, why);
      case Verdict.Ignored why -> new TakeAnswer.NotNow(job, why);
      case Verdict.Held _, Verdict.Moved _ ->
          throw new IllegalStateException("the table refused what the machine allows: " + job);
    };
  }

  private static String holder(Job job) {
    return switch (job.state()) {
      case JobState.Running(var lease) -> lease.holder();
      case JobState.Performing(_, _, var lease) -> lease.holder();
      case JobState.Stopping(_, _, var lease, _) -> lease.holder();
      case JobState.Queued _, JobState.Waiting _, JobState.NeedsReview _ -> "";
      case JobState.Approved _, JobState.Failed _, JobState.Completed _ -> "";
      case JobState.Rejected _, JobState.Canceled _, JobState.Expired _ -> "";
    };
  }

  static Map<String, AttributeValue> key(JobId id) {
    return Map.of("pk", text(id.value()), "sk", text(Keys.JOB));
  }
}

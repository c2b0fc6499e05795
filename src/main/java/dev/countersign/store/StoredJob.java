package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import dev.countersign.job.Effect;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.JobMachine;
import dev.countersign.job.JobState;
import dev.countersign.job.JobState.Approved;
import dev.countersign.job.JobState.Performing;
import dev.countersign.job.JobState.Running;
import dev.countersign.job.JobState.Stopping;
import dev.countersign.job.Lease;
import dev.countersign.job.Progress;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A job's state record. The job is JSON in `job`; what a worker's blind take changes is in
/// attributes beside it, and these say more than the JSON: a stored `queued` or `waiting` with a
/// lease is running, a stored `approved` with a lease is being performed.
final class StoredJob {
  private final StoredForms forms;

  StoredJob(StoredForms forms) {
    this.forms = forms;
  }

  Map<String, AttributeValue> item(Job job, String writeId, Instant now) {
    var item = new HashMap<String, AttributeValue>();
    item.put("pk", text(job.id().value()));
    item.put("sk", text(Keys.JOB));
    item.put("schema", number(StoredForms.SCHEMA));
    item.put("job", text(forms.write(job)));
    item.put("version", number(job.version()));
    item.put("fence", number(job.fence()));
    item.put("head", text(job.head()));
    item.put("attempt", number(job.progress().attempt()));
    item.put("leases", number(job.progress().leases()));
    item.put("status", text(job.state().status()));
    item.put("workflow", text(job.workflow().name()));
    item.put("ownerPk", text(job.owner()));
    item.put("ownerSk", text(OwnerIndex.place(job)));
    item.put("writeId", text(writeId));
    lease(item, job.state());
    if (job.state() instanceof JobState.NeedsReview(var gate)) item.putAll(Guard.attributes(gate));
    if (!attempting(job)) takeable(item, job.state());
    due(item, job, now);
    return item;
  }

  Job read(Map<String, AttributeValue> item) {
    var job = forms.read(text(item, "job"), Job.class);
    var progress = job.progress();
    return new Job(
        job.id(),
        job.owner(),
        job.workflow(),
        job.title(),
        job.inputs(),
        job.submittedAt(),
        job.deadline(),
        job.plan(),
        new Progress(
            progress.step(),
            progress.revision(),
            (int) number(item, "attempt"),
            (int) number(item, "leases"),
            progress.runs()),
        job.effects(),
        state(job.state(), item),
        number(item, "version"),
        number(item, "fence"),
        text(item, "head"));
  }

  static JobId id(Map<String, AttributeValue> item) {
    return new JobId(text(item, "pk"));
  }

  private static JobState state(JobState stored, Map<String, AttributeValue> item) {
    if (!item.containsKey("leaseHolder")) return stored;
    var lease =
        new Lease(text(item, "leaseHolder"), time(item, "leaseSince"), time(item, "leaseUntil"));
    return switch (stored) {
      case JobState.Queued _, JobState.Waiting _, Running _ -> new Running(lease);
      case Approved(var gate, var decision, _) -> new Performing(gate, decision, lease);
      case Performing(var gate, var decision, _) -> new Performing(gate, decision, lease);
      case Stopping(var gate, var decision, _, var cancel) ->
          new Stopping(gate, decision, lease, cancel);
      case JobState.NeedsReview _, JobState.Failed _, JobState.Completed _ -> stored;
      case JobState.Rejected _, JobState.Canceled _, JobState.Expired _ -> stored;
    };
  }

  private static void lease(Map<String, AttributeValue> item, JobState state) {
    leaseOf(state)
        .ifPresent(lease -> {
          item.put("leaseHolder", text(lease.holder()));
          item.put("leaseSince", time(lease.since()));
          item.put("leaseUntil", time(lease.until()));
        });
  }

  private static Optional<Lease> leaseOf(JobState state) {
    return switch (state) {
      case Running(var lease) -> Optional.of(lease);
      case Performing(_, _, var lease) -> Optional.of(lease);
      case Stopping(_, _, var lease, _) -> Optional.of(lease);
      case JobState.Queued _, JobState.Waiting _, JobState.NeedsReview _ -> Optional.empty();
      case Approved _, JobState.Failed _, JobState.Completed _ -> Optional.empty();
      case JobState.Rejected _, JobState.Canceled _, JobState.Expired _ -> Optional.empty();
    };
  }

  /// From when on a worker may take it, and the public status it then has.
  private static void takeable(Map<String, AttributeValue> item, JobState state) {
    switch (state) {
      case JobState.Queued _, Running _ -> takeable(item, Instant.EPOCH, "running");
      case JobState.Waiting waiting -> takeable(item, waiting.until(), "running");
      case Approved approved -> takeable(item, approved.readyAt(), "approved");
      case Performing _ -> takeable(item, Instant.EPOCH, "approved");
      case JobState.NeedsReview _, Stopping _, JobState.Failed _, JobState.Completed _ -> {}
      case JobState.Rejected _, JobState.Canceled _, JobState.Expired _ -> {}
    }
  }

  /// Whoever began an effect says how it ended, or its lapse is recorded: nobody else takes over.
  private static boolean attempting(Job job) {
    return job.effects().stream().anyMatch(e -> e.standing() == Effect.Standing.ATTEMPTING);
  }

  private static void takeable(Map<String, AttributeValue> item, Instant ready, String status) {
    item.put("readyAt", time(ready));
    item.put("heldStatus", text(status));
  }

  private static void due(Map<String, AttributeValue> item, Job job, Instant now) {
    JobMachine.wakeAt(job, now)
        .ifPresent(wake -> {
          item.put("duePk", text(DueIndex.shard(job.id())));
          item.put("dueAt", time(wake));
        });
  }
}

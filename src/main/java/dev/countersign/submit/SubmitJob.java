package dev.countersign.submit;

import dev.countersign.job.Job;
import dev.countersign.job.Plan;
import dev.countersign.job.WorkQueue;
import dev.countersign.store.CanonicalJson;
import dev.countersign.store.Creation;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.store.Ids;
import dev.countersign.store.NewJob;
import dev.countersign.store.Sha256;
import dev.countersign.submit.Submitted.Accepted;
import dev.countersign.submit.Submitted.Refused;
import dev.countersign.submit.Submitted.Same;
import dev.countersign.workflow.Bounds;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.Narrowing;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.Workflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Submits a job: checks everything, stores the files, then the job in one transaction, then sends
/// one message. Nothing is half-created: without the record the files mean nothing, and a lost
/// message is found by the job's wake-up time.
@ApplicationScoped
public class SubmitJob {
  private static final Logger LOG = Logger.getLogger(SubmitJob.class);
  private final Catalog catalog;
  private final SubmitLimits limits;
  private final DynamoJobStore store;
  private final TakeFiles files;
  private final ResolvePlan plans;
  private final WorkQueue queue;
  private final Ids ids;
  private final InstantSource clock;

  SubmitJob(
      Catalog catalog,
      SubmitLimits limits,
      DynamoJobStore store,
      TakeFiles files,
      ResolvePlan plans,
      WorkQueue queue,
      Ids ids,
      InstantSource clock) {
    this.catalog = catalog;
    this.limits = limits;
    this.store = store;
    this.files = files;
    this.plans = plans;
    this.queue = queue;
    this.ids = ids;
    this.clock = clock;
  }

  public Submitted submit(Submission submission) {
    var workflow = catalog.newest(submission.workflow());
    if (workflow.isEmpty())
      return new Refused(CheckSubmission.unknownWorkflow(submission.workflow(), catalog));
    return switch (files.find(submission)) {
      case TakeFiles.Found.Refused(var problem) -> new Refused(problem);
      case TakeFiles.Found.Documents(var documents) ->
          submit(submission, workflow.get(), documents);
    };
  }

  private Submitted submit(Submission submission, Workflow workflow, List<Handed> documents) {
    var now = clock.instant();
    var sources = documents.stream().map(Handed::source).toList();
    var problem = new CheckSubmission(limits).problem(submission, sources, workflow);
    if (problem.isPresent()) return new Refused(problem.get());
    var extras = new NewJob(once(submission, sources, now), sources, !sources.isEmpty());
    var before = usedBefore(submission.owner(), extras, now);
    if (before != null) return before;
    var expired = files.expired(documents, now);
    if (expired.isPresent()) return new Refused(expired.get());
    return switch (plans.of(workflow, submission)) {
      case ResolvePlan.Resolved.Refused(var why) -> new Refused(why);
      case ResolvePlan.Resolved.Planned(var plan) ->
          create(newJob(submission, plan, workflow, now), extras, documents);
    };
  }

  private @Nullable Submitted usedBefore(String owner, NewJob extras, Instant now) {
    var once = extras.once();
    if (once == null) return null;
    return store.usedBefore(owner, once, now).map(this::answer).orElse(null);
  }

  private Job newJob(Submission submission, Plan plan, Workflow workflow, Instant now) {
    return Job.submitted(
        ids.job(),
        submission.owner(),
        workflow.ref(),
        new Job.Submission(submission.title().strip(), submission.fields(), plan),
        now);
  }

  private Submitted create(Job job, NewJob extras, List<Handed> documents) {
    try {
      store.measure(job);
    } catch (Fatal tooLarge) {
      return new Refused(new Problem(Problem.Kind.TOO_LARGE, said(tooLarge), tooLarge.remedy()));
    }
    var problem = files.store(job.id(), documents, job.submittedAt());
    if (problem.isPresent()) return new Refused(problem.get());
    var creation = store.create(job, extras);
    if (creation instanceof Creation.Created(var created)) send(created);
    else files.drop(job.id());
    return answer(creation);
  }

  private static String said(Fatal fatal) {
    return Objects.requireNonNullElse(fatal.getMessage(), "The job is too large.");
  }

  private Submitted answer(Creation creation) {
    return switch (creation) {
      case Creation.Created(var job) -> new Accepted(job);
      case Creation.Same(var id) ->
          new Same(store.find(id).orElseThrow(() -> new IllegalStateException(id + " is gone")));
      case Creation.OtherPayload(var id) ->
          new Refused(
              new Problem(
                  Problem.Kind.KEY_REUSED,
                  "This Idempotency-Key was used for another submission, " + id + ".",
                  "Send a new key with a new submission; the same key only repeats the same one."));
    };
  }

  private void send(Job job) {
    try {
      queue.send(job, Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.warnf(e, "The message for %s was not sent; the sweeper will find the job.", job.id());
    }
  }

  private NewJob.@Nullable Once once(Submission submission, List<Source> sources, Instant now) {
    var key = submission.idempotencyKey();
    if (key == null) return null;
    return new NewJob.Once(key, payload(submission, sources), now.plus(limits.remembersKeys()));
  }

  /// What two submissions must share to be the same: everything but the key.
  private static String payload(Submission submission, List<Source> sources) {
    var hashed = sources.stream().map(s -> List.of(s.role(), s.name(), s.sha256())).toList();
    var same =
        new HashMap<String, Object>(
            Map.of(
                "workflow", submission.workflow(),
                "title", submission.title(),
                "fields", submission.fields(),
                "files", hashed));
    var narrowing = submission.narrowing();
    if (!narrowing.equals(Narrowing.NONE))
      same.put(
          "review",
          List.of(
              narrowing.deciders(),
              String.valueOf(narrowing.approvals()),
              String.valueOf(narrowing.lives())));
    var bounds = submission.bounds();
    if (!bounds.equals(Bounds.USUAL))
      same.put("bounds", List.of(String.valueOf(bounds.budget()), String.valueOf(bounds.time())));
    return Sha256.hex(CanonicalJson.of(same));
  }
}

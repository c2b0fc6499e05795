package dev.countersign.job;

import static dev.countersign.job.Verdict.refuse;

import dev.countersign.job.Effect.Standing;
import dev.countersign.job.JobEvent.Proposed;
import dev.countersign.job.JobEvent.StepDone;
import dev.countersign.job.JobEvent.StepFatal;
import dev.countersign.job.JobEvent.StepRetriable;
import dev.countersign.job.JobState.Approved;
import dev.countersign.job.JobState.Completed;
import dev.countersign.job.JobState.Failed;
import dev.countersign.job.JobState.NeedsReview;
import dev.countersign.job.JobState.Performing;
import dev.countersign.job.JobState.Queued;
import dev.countersign.job.JobState.Running;
import dev.countersign.job.JobState.Signed;
import dev.countersign.job.JobState.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the results and failures of steps make of a job.
final class StepMoves {
  private StepMoves() {}

  static Verdict done(Job job, StepDone e) {
    var lease = ((Running) job.state()).lease();
    if (!job.currentStep().name().equals(e.step())) return otherStep(job, e.step());
    var done = job.progress().with(finished(job, lease, e.at(), e.checkpoint(), null));
    boolean last = job.progress().step() == job.plan().size() - 1;
    boolean goesOn = !last && !e.handBack();
    JobState next =
        last
            ? new Completed(e.at())
            : goesOn ? new Running(renewed(lease, e.at())) : new Queued(e.at());
    var progress = done.next(goesOn);
    if (goesOn) progress = progress.with(begun(job.plan().step(progress.step()), e.at()));
    return new Verdict.Moved(
        job.with(progress, next).committed(),
        entry("step_done", job, lease, e.at(), Map.of("checkpoint", e.checkpoint())));
  }

  static Verdict proposed(Job job, Proposed e) {
    var lease = ((Running) job.state()).lease();
    if (!job.currentStep().name().equals(e.step())
        || job.currentStep().kind() != Plan.Kind.GATE
        || e.gate().revision() != job.progress().revision()) return otherStep(job, e.step());
    var done = job.progress().with(finished(job, lease, e.at(), e.checkpoint(), null));
    var effects = Stream.concat(job.effects().stream(), e.effects().stream());
    return new Verdict.Moved(
        job.with(done.next(false), new NeedsReview(e.gate()))
            .withEffects(effects.toList())
            .committed(),
        entry(
            "proposed",
            job,
            lease,
            e.at(),
            Map.of(
                "approval", e.gate().approval().value(),
                "digest", e.gate().digest(),
                "revision", String.valueOf(e.gate().revision()),
                "expires", e.gate().expiresAt().toString())));
  }

  static Verdict retriable(Job job, StepRetriable e) {
    var lease = Taking.leaseOf(job.state()).orElseThrow();
    if (!job.currentStep().name().equals(e.step())) return otherStep(job, e.step());
    if (EffectMoves.attempting(job)) return EffectMoves.endItFirst(job);
    if (job.progress().attempt() >= job.currentStep().maxAttempts())
      return failed(job, exhausted(job, e), e.at(), "step_failed");
    var tried = job.progress().released().with(finished(job, lease, e.at(), null, e.message()));
    JobState next =
        job.state() instanceof Performing(var gate, var decision, _)
            ? new Approved(gate, decision, e.retryAt())
            : new Waiting(Waiting.Reason.RETRY, e.at(), e.retryAt());
    return new Verdict.Moved(
        job.with(tried, next).committed(),
        entry(
            "step_retriable",
            job,
            lease,
            e.at(),
            Map.of("retry_at", e.retryAt().toString()),
            Map.of("message", e.message())));
  }

  static Verdict fatal(Job job, StepFatal e) {
    return failed(job, e.failure(), e.at(), "step_failed");
  }

  /// The job as failed, whatever it was doing; what was approved stays approved for a retry. An
  /// attempt at an effect that has no end is unknown, and then that is the failure.
  static Verdict.Moved failed(Job job, Failure failure, Instant at, String type) {
    if (EffectMoves.attempting(job))
      return failed(
          job.withEffects(standing(job.effects(), Standing.ATTEMPTING, Standing.UNKNOWN)),
          Failure.outcomeUnknown(job.currentStep().name()),
          at,
          type);
    var lease = Taking.leaseOf(job.state()).orElse(new Lease("", at, at));
    var progress =
        job.progress().step() < job.plan().size()
            ? job.progress().with(finished(job, lease, at, null, failure.message()))
            : job.progress();
    return new Verdict.Moved(
        job.with(progress.released(), new Failed(failure, at, signed(job.state()))).committed(),
        entry(
            type,
            job,
            lease,
            at,
            Map.of("failure", failure.kind().wireName()),
            Map.of("message", failure.message())));
  }

  static Lease renewed(Lease lease, Instant at) {
    return new Lease(lease.holder(), lease.since(), at.plus(Lease.LENGTH));
  }

  /// The current step's run as ended now; it began with the lease or with the step before it.
  static StepRun finished(
      Job job, Lease lease, Instant at, @Nullable String checkpoint, @Nullable String fault) {
    var run = job.progress().runs().get(job.progress().step());
    var begun = run.startedAt();
    var started = begun != null && begun.isAfter(lease.since()) ? begun : lease.since();
    return new StepRun(
        run.name(),
        job.progress().attempt(),
        started,
        at,
        checkpoint == null ? 0 : job.progress().revision(),
        checkpoint,
        fault);
  }

  static TimelineEntry entry(
      String type, Job job, Lease lease, Instant at, Map<String, String> more) {
    return entry(type, job, lease, at, more, Map.of());
  }

  private static TimelineEntry entry(
      String type,
      Job job,
      Lease lease,
      Instant at,
      Map<String, String> more,
      Map<String, String> personal) {
    var facts = new HashMap<>(more);
    facts.put("step", job.currentStep().name());
    facts.put("attempt", String.valueOf(job.progress().attempt()));
    facts.put("fence", String.valueOf(job.fence()));
    facts.put("worker", lease.holder());
    return new TimelineEntry(type, at, facts, personal);
  }

  static List<Effect> standing(List<Effect> effects, Standing from, Standing to) {
    return effects.stream().map(f -> f.standing() == from ? f.now(to) : f).toList();
  }

  private static @Nullable Signed signed(JobState state) {
    return state instanceof Performing(var gate, var decision, _)
        ? new Signed(gate, decision)
        : null;
  }

  private static StepRun begun(Plan.Step step, Instant at) {
    return new StepRun(step.name(), 1, at, null, 0, null, null);
  }

  private static Failure exhausted(Job job, StepRetriable e) {
    var step = job.currentStep();
    if (EffectMoves.any(job, Standing.UNKNOWN)) return Failure.outcomeUnknown(step.name());
    return new Failure(
        step.kind() == Plan.Kind.EFFECT ? Failure.Kind.EFFECT_FAILED : e.kind(),
        step.name(),
        "%s (tried %d times)".formatted(e.message(), job.progress().attempt()),
        "Mend the cause, then retry: the job goes on from this step.");
  }

  static Verdict otherStep(Job job, String step) {
    return refuse(
        Verdict.Reason.OTHER_STEP,
        "%s is at step %s, not %s.".formatted(job.id(), job.currentStep().name(), step));
  }
}

package dev.countersign.worker;

import dev.countersign.job.Failure;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.StepFatal;
import dev.countersign.job.JobEvent.StepParked;
import dev.countersign.job.JobEvent.StepRetriable;
import dev.countersign.store.S3Objects;
import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.Park;
import dev.countersign.workflow.Retriable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/// What a failed try means for its job: wait and try again, or stop.
@ApplicationScoped
class Faults {
  private static final Logger LOG = Logger.getLogger(Faults.class);
  private final InstantSource clock;
  private final RandomGenerator random;

  Faults(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  Outcome of(Job job, Throwable fault) {
    return switch (fault) {
      case Fatal fatal -> fatal(job, fatal);
      case Retriable again ->
          again(job, message(again), again.delay().orElseGet(() -> backoff(job)));
      case Park park -> parked(job, park);
      case ModelFault none -> fatal(job, unanswered(job, none));
      case S3Objects.Altered altered ->
          fatal(
              job,
              Fatal.stepFailed(
                  message(altered), "Find out who changed or removed it, then submit again."));
      default -> unexpected(job, fault);
    };
  }

  private static Fatal unanswered(Job job, ModelFault none) {
    var spending = job.plan().spending();
    return spending == null
        ? Fatal.model(none)
        : none.shortfall()
            .map(lacks -> Fatal.exhausted(spending, lacks))
            .orElseGet(() -> Fatal.model(none));
  }

  private Outcome parked(Job job, Park park) {
    return new Outcome(
        new StepParked(
            clock.instant(), job.fence(), job.currentStep().name(), park.reason(), park.until()));
  }

  Outcome timedOut(Job job, Duration limit) {
    return again(
        job,
        Failure.Kind.TIMED_OUT,
        "timed_out: step %s took longer than its %d s."
            .formatted(job.currentStep().name(), limit.toSeconds()),
        backoff(job));
  }

  Outcome fatal(Job job, Fatal fatal) {
    return new Outcome(
        new StepFatal(
            clock.instant(),
            job.fence(),
            new Failure(
                fatal.kind(),
                job.currentStep().name(),
                message(fatal),
                fatal.remedy(),
                fatal.shortfall().orElse(null))));
  }

  Outcome versionMissing(Job job) {
    return new Outcome(
        new StepFatal(
            clock.instant(),
            job.fence(),
            new Failure(
                Failure.Kind.WORKFLOW_VERSION_MISSING,
                job.currentStep().name(),
                "This deployment has no step %s of %s."
                    .formatted(job.currentStep().name(), job.workflow()),
                "Deploy a version that still has it, then retry.")));
  }

  /// When a try that failed now may be made again.
  Instant retryAt(Job job) {
    return clock.instant().plus(backoff(job));
  }

  /// Names and places only: the message of an unforeseen exception may hold document text.
  private Outcome unexpected(Job job, Throwable fault) {
    var place =
        Arrays.stream(fault.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.countersign."))
            .findFirst()
            .map(frame -> " at %s:%d".formatted(frame.getFileName(), frame.getLineNumber()))
            .orElse("");
    var what = fault.getClass().getSimpleName() + place;
    LOG.warnf("%s step %s ended with %s", job.id(), job.currentStep().name(), what);
    return again(job, "The step ended with " + what + ".", backoff(job));
  }

  private Outcome again(Job job, String message, Duration delay) {
    return again(job, Failure.Kind.STEP_FAILED, message, delay);
  }

  /// @param kind of the failure when this was the last try
  private Outcome again(Job job, Failure.Kind kind, String message, Duration delay) {
    var now = clock.instant();
    return new Outcome(
        new StepRetriable(
            now, job.fence(), job.currentStep().name(), kind, message, now.plus(delay)));
  }

  private Duration backoff(Job job) {
    return Backoff.USUAL.after(job.progress().attempt(), random);
  }

  private static String message(RuntimeException fault) {
    var message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }
}

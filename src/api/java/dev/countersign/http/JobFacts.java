package dev.countersign.http;

import dev.countersign.http.JobView.CancelView;
import dev.countersign.http.JobView.FailureView;
import dev.countersign.http.JobView.StepView;
import dev.countersign.http.JobView.WaitingView;
import dev.countersign.job.EffectId;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.job.StepRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a job's state and progress say, fact by fact.
final class JobFacts {
  private JobFacts() {}

  /// Also for what was approved and did not go out at the first try.
  static @Nullable WaitingView waiting(Job job) {
    return switch (job.state()) {
      case JobState.Waiting(var reason, _, var until) -> new WaitingView(reason.wireName(), until);
      case JobState.Approved(_, var decision, var readyAt) when readyAt.isAfter(decision.at()) ->
          new WaitingView(JobState.Waiting.Reason.RETRY.wireName(), readyAt);
      case JobState.Approved _, JobState.Queued _, JobState.Running _ -> null;
      case JobState.NeedsReview _, JobState.Performing _, JobState.Stopping _ -> null;
      case JobState.Failed _, JobState.Completed _, JobState.Rejected _ -> null;
      case JobState.Canceled _, JobState.Expired _ -> null;
    };
  }

  static @Nullable FailureView failure(JobState state) {
    return state instanceof JobState.Failed(var failure, _, _)
        ? new FailureView(
            failure.kind().wireName(), failure.step(), failure.message(), failure.remedy())
        : null;
  }

  /// The request for a decision that is open, or was the last one.
  static Optional<Gate> gate(JobState state) {
    return switch (state) {
      case JobState.NeedsReview(var gate) -> Optional.of(gate);
      case JobState.Approved(var gate, _, _) -> Optional.of(gate);
      case JobState.Performing(var gate, _, _) -> Optional.of(gate);
      case JobState.Stopping(var gate, _, _, _) -> Optional.of(gate);
      case JobState.Rejected(var gate, _) -> Optional.of(gate);
      case JobState.Expired(var gate, _) -> Optional.of(gate);
      case JobState.Failed(_, _, var signed) ->
          Optional.ofNullable(signed).map(JobState.Signed::gate);
      case JobState.Queued _, JobState.Running _, JobState.Waiting _ -> Optional.empty();
      case JobState.Completed _, JobState.Canceled _ -> Optional.empty();
    };
  }

  /// When the job came to rest, if it has.
  static Optional<Instant> restedAt(JobState state) {
    return switch (state) {
      case JobState.Completed(var at) -> Optional.of(at);
      case JobState.Rejected(_, var decision) -> Optional.of(decision.at());
      case JobState.Canceled(var receipt) -> Optional.of(receipt.stoppedAt());
      case JobState.Expired(_, var at) -> Optional.of(at);
      case JobState.Failed(_, var at, _) -> Optional.of(at);
      case JobState.Queued _, JobState.Running _, JobState.Waiting _ -> Optional.empty();
      case JobState.NeedsReview _, JobState.Approved _ -> Optional.empty();
      case JobState.Performing _, JobState.Stopping _ -> Optional.empty();
    };
  }

  static @Nullable CancelView cancel(JobState state) {
    if (state instanceof JobState.Stopping(_, _, _, var asked))
      return new CancelView(asked.at(), asked.by(), null, List.of(), List.of(), List.of());
    if (!(state instanceof JobState.Canceled(var receipt))) return null;
    return new CancelView(
        receipt.askedAt(),
        receipt.askedBy(),
        receipt.stoppedAt(),
        ids(receipt.done()),
        ids(receipt.prevented()),
        ids(receipt.unknown()));
  }

  /// From submit until a worker first began; empty until one has.
  static Optional<Long> queuedMs(Job job) {
    return job.progress().runs().stream()
        .map(StepRun::startedAt)
        .filter(Objects::nonNull)
        .findFirst()
        .map(begun -> Math.max(0, Duration.between(job.submittedAt(), begun).toMillis()));
  }

  /// The last try of each step that ended.
  static long runMs(Job job) {
    return job.progress().runs().stream().mapToLong(JobFacts::runMs).sum();
  }

  static List<StepView> steps(Job job) {
    return IntStream.range(0, job.plan().size()).mapToObj(i -> step(job, i)).toList();
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// The step a person would name: at the gate it is the gate's own, though that has done its work.
  static int currentIndex(Job job) {
    var step = job.progress().step();
    return switch (job.state()) {
      case JobState.NeedsReview _, JobState.Rejected _, JobState.Expired _ -> Math.max(0, step - 1);
      case JobState.Queued _, JobState.Running _, JobState.Waiting _, JobState.Approved _ -> step;
      case JobState.Performing _, JobState.Stopping _, JobState.Failed _ -> step;
      case JobState.Completed _, JobState.Canceled _ -> step;
    };
  }

  static String currentStep(Job job) {
    return job.plan().step(Math.min(currentIndex(job), job.plan().size() - 1)).name();
  }

  private static StepView step(Job job, int index) {
    var run = job.progress().runs().get(index);
    var current = currentIndex(job);
    var now = index == current;
    var lease = now ? leaseSince(job.state()) : Optional.<Instant>empty();
    return new StepView(
        run.name(),
        now ? current(job.state()) : index < current ? "done" : "pending",
        index == job.progress().step()
            ? Math.max(run.attempts(), job.progress().attempt())
            : run.attempts(),
        job.plan().step(index).maxAttempts(),
        lease.orElse(run.startedAt()),
        lease.isPresent() ? null : run.endedAt(),
        run.fault());
  }

  private static String current(JobState state) {
    return switch (state) {
      case JobState.Queued _, JobState.Approved _ -> "pending";
      case JobState.Running _, JobState.Performing _, JobState.Stopping _ -> "running";
      case JobState.Waiting _, JobState.NeedsReview _ -> "waiting";
      case JobState.Failed _ -> "failed";
      case JobState.Completed _ -> "done";
      case JobState.Rejected _, JobState.Canceled _, JobState.Expired _ -> "stopped";
    };
  }

  private static Optional<Instant> leaseSince(JobState state) {
    return switch (state) {
      case JobState.Running(var lease) -> Optional.of(lease.since());
      case JobState.Performing(_, _, var lease) -> Optional.of(lease.since());
      case JobState.Stopping(_, _, var lease, _) -> Optional.of(lease.since());
      case JobState.Queued _, JobState.Waiting _, JobState.NeedsReview _ -> Optional.empty();
      case JobState.Approved _, JobState.Failed _, JobState.Completed _ -> Optional.empty();
      case JobState.Rejected _, JobState.Canceled _, JobState.Expired _ -> Optional.empty();
    };
  }

  private static long runMs(StepRun run) {
    var from = run.startedAt();
    var to = run.endedAt();
    return from == null || to == null ? 0 : Math.max(0, Duration.between(from, to).toMillis());
  }

  private static List<String> ids(List<EffectId> effects) {
    return effects.stream().map(EffectId::value).toList();
  }
}

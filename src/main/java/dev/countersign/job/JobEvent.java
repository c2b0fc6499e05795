package dev.countersign.job;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may happen to a job. Events of a worker carry the fence it took the job with.
public sealed interface JobEvent {
  Instant at();

  /// A worker takes the job. Written blind, as one conditional update that counts the attempt.
  record Taken(Instant at, String worker) implements JobEvent {}

  /// A step's result is stored.
  ///
  /// @param handBack whether the worker stops here and the next step needs another invocation
  record StepDone(Instant at, long fence, String step, String checkpoint, boolean handBack)
      implements JobEvent {}

  /// A step has prepared what is to be decided on.
  record Proposed(
      Instant at, long fence, String step, String checkpoint, Gate gate, List<Effect> effects)
      implements JobEvent {
    public Proposed {
      effects = List.copyOf(effects);
      if (effects.isEmpty()) throw new IllegalArgumentException("a proposal has an effect");
    }
  }

  /// A try failed and may be made again at `retryAt`.
  ///
  /// @param kind of the failure when this was the last try
  record StepRetriable(
      Instant at, long fence, String step, Failure.Kind kind, String message, Instant retryAt)
      implements JobEvent {
    public StepRetriable(Instant at, long fence, String step, String message, Instant retryAt) {
      this(at, fence, step, Failure.Kind.STEP_FAILED, message, retryAt);
    }
  }

  /// A try came to a point where it must wait for something that is nobody's fault: a model's long
  /// answer, or room under a limit. It does not count as a try.
  record StepParked(
      Instant at, long fence, String step, JobState.Waiting.Reason reason, Instant until)
      implements JobEvent {}

  /// A model's long answer is there, or has failed; either way the step can go on.
  ///
  /// @param response the provider's own id for it
  record ModelAnswered(Instant at, String step, String response) implements JobEvent {}

  /// A try failed for good.
  record StepFatal(Instant at, long fence, Failure failure) implements JobEvent {}

  /// A worker gives the job back without having failed, e.g. because it is shutting down.
  record HandedBack(Instant at, long fence) implements JobEvent {}

  /// A worker's lease ended without a word.
  ///
  /// @param gone a holder that is known to be dead, so that its time need not run out; else null
  record LeaseLapsed(Instant at, @Nullable String gone) implements JobEvent {
    public LeaseLapsed(Instant at) {
      this(at, null);
    }
  }

  /// The job's time limit passed.
  record DeadlinePassed(Instant at) implements JobEvent {}

  /// A notification of the gate has reached these: addresses, or `role:NAME` for an inbox.
  record ReviewersTold(Instant at, ApprovalId approval, List<String> people) implements JobEvent {
    public ReviewersTold {
      people = List.copyOf(people);
    }
  }

  /// Those asked were reminded.
  ///
  /// @param number of the reminder, from 1, so that one that is recorded twice counts once
  record Reminded(Instant at, ApprovalId approval, int number) implements JobEvent {}

  /// Nobody has settled it for so long that the policy asks others too.
  ///
  /// @param step of the escalation, from 1
  record Escalated(Instant at, ApprovalId approval, int step) implements JobEvent {}

  record Decided(Instant at, Decision decision) implements JobEvent {}

  /// Nobody decided in time.
  record ReviewLapsed(Instant at) implements JobEvent {}

  /// An effect is about to be attempted; stored before it is.
  record EffectBegun(Instant at, long fence, EffectId effect) implements JobEvent {}

  /// An attempt ended.
  record EffectEnded(Instant at, long fence, EffectId effect, Outcome outcome)
      implements JobEvent {}

  /// The receiver was asked what became of an effect whose attempt had no clear end.
  record EffectSettled(Instant at, long fence, EffectId effect, Finding finding)
      implements JobEvent {}

  /// A person says what became of an effect that nobody else could tell of.
  record OutcomeSaid(Instant at, EffectId effect, Became became, Decider by) implements JobEvent {}

  record CancelAsked(Instant at, String by) implements JobEvent {}

  /// @param budget what the job may spend on models from now on, in USD; null for as much as before
  record RetryAsked(Instant at, String by, @Nullable BigDecimal budget) implements JobEvent {
    public RetryAsked(Instant at, String by) {
      this(at, by, null);
    }
  }

  /// What the receiver knows of an effect.
  sealed interface Finding {
    /// It happened; `reference` is the receiver's own id for it.
    record Happened(String reference) implements Finding {}

    /// It did not, and may be tried again at `retryAt`.
    record DidNot(String message, Instant retryAt) implements Finding {}

    /// It cannot be asked, or does not know: a person must say.
    record CannotTell(String message) implements Finding {}
  }

  /// What a person says became of an unknown effect.
  enum Became {
    HAPPENED,
    DID_NOT
  }

  /// How an attempt at an effect ended.
  sealed interface Outcome {
    /// It happened; `reference` is the receiver's own id for it.
    record Done(String reference) implements Outcome {}

    /// It certainly did not happen, and may be tried again at `retryAt`.
    record NotDone(String message, Instant retryAt) implements Outcome {}

    /// It certainly did not happen and will not by trying again.
    record Impossible(Failure failure) implements Outcome {}

    /// Nobody can say whether it happened.
    record Unknown(String message) implements Outcome {}
  }
}

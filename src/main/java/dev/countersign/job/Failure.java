package dev.countersign.job;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a job stopped and needs a person: nothing more happens by itself.
///
/// @param step the step it stopped at
/// @param message what happened, without document text or personal data
/// @param remedy what the operator can do
/// @param shortfall which money was too little, when that is why
public record Failure(
    Kind kind, String step, String message, String remedy, @Nullable Shortfall shortfall) {
  public Failure(Kind kind, String step, String message, String remedy) {
    this(kind, step, message, remedy, null);
  }

  public enum Kind {
    BAD_INPUT,
    STEP_FAILED,
    TIMED_OUT,
    BUDGET_EXHAUSTED,
    MODEL_REFUSED,
    EFFECT_FAILED,
    OUTCOME_UNKNOWN,
    PROPOSAL_CHANGED,
    POISON_MESSAGE,
    WORKFLOW_VERSION_MISSING;

    /// The name in responses and problems, e.g. `bad_input`.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Failure poison(String step) {
    return new Failure(
        Kind.POISON_MESSAGE,
        step,
        "Three workers in a row took this job and ended without storing anything.",
        "Look for a crash or memory limit in the worker's log at this step, then retry or cancel.");
  }

  static Failure deadline(String step) {
    return new Failure(
        Kind.TIMED_OUT,
        step,
        "The job's time limit passed before it was done.",
        "Retry to give it the same time again from the step it stopped at, or cancel.");
  }

  static Failure outcomeUnknown(String step) {
    return new Failure(
        Kind.OUTCOME_UNKNOWN,
        step,
        "An effect was begun and its outcome was not recorded; it may or may not have happened.",
        "Check at the receiver whether it arrived, then say so on the job's page: it happened, or it"
            + " did not and is to be sent. It is never repeated by itself.");
  }
}

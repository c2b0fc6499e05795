package dev.countersign.workflow;

import dev.countersign.job.Failure;
import dev.countersign.job.Shortfall;
import dev.countersign.job.Spending;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A failure that no other try will mend; the job fails, its evidence kept.
public final class Fatal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Failure.Kind kind;
  private final String remedy;
  private final @Nullable Shortfall shortfall;

  private Fatal(Failure.Kind kind, String message, String remedy) {
    this(kind, message, remedy, null);
  }

  private Fatal(Failure.Kind kind, String message, String remedy, @Nullable Shortfall shortfall) {
    super(message);
    this.kind = kind;
    this.remedy = remedy;
    this.shortfall = shortfall;
  }

  /// The submitter's documents or fields cannot be worked on.
  public static Fatal badInput(String message, String remedy) {
    return new Fatal(Failure.Kind.BAD_INPUT, message, remedy);
  }

  /// The step cannot succeed for a reason of its own.
  public static Fatal stepFailed(String message, String remedy) {
    return new Fatal(Failure.Kind.STEP_FAILED, message, remedy);
  }

  /// What would go out is not what was approved.
  public static Fatal proposalChanged(String message) {
    return new Fatal(
        Failure.Kind.PROPOSAL_CHANGED,
        message,
        "Nothing was sent. Find out who changed it, then cancel and submit again.");
  }

  /// A model gave no answer, and the step has no rules to fall back to.
  public static Fatal model(ModelFault fault) {
    return switch (fault.kind()) {
      case BUDGET_EXHAUSTED ->
          new Fatal(
              Failure.Kind.BUDGET_EXHAUSTED,
              message(fault),
              "Retry with a larger budget, up to the workflow's limit, or cancel.",
              fault.shortfall().orElse(null));
      case REFUSED, TRUNCATED, INVALID_JSON, WRONG_SCHEMA, EMPTY, FILTERED ->
          new Fatal(
              Failure.Kind.MODEL_REFUSED,
              message(fault),
              "Look at the call in the job's log of calls, then retry, or cancel.");
      case UNAVAILABLE, REJECTED, NOT_CONFIGURED ->
          stepFailed(
              message(fault), "Mend the connection to the model or its settings, then retry.");
    };
  }

  /// There is no money for the next question to a model, and by its contract the job stops there.
  ///
  /// @param spending what the job may spend
  public static Fatal exhausted(Spending spending, Shortfall shortfall) {
    return new Fatal(
        Failure.Kind.BUDGET_EXHAUSTED,
        shortfall.words(),
        ExhaustedRemedy.of(spending, shortfall),
        shortfall);
  }

  private static String message(ModelFault fault) {
    return "%s: %s".formatted(fault.kind().wireName(), fault.getMessage());
  }

  public Failure.Kind kind() {
    return kind;
  }

  public String remedy() {
    return remedy;
  }

  /// Which money was too little, when that is why.
  public Optional<Shortfall> shortfall() {
    return Optional.ofNullable(shortfall);
  }
}

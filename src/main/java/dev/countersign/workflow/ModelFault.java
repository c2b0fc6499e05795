package dev.countersign.workflow;

import dev.countersign.job.Shortfall;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a model gave no answer that counts, after what could be repaired was tried. A step catches
/// it to go on by rule; where it does not, the job fails and says so.
public final class ModelFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// By stable names.
  public enum Kind {
    /// The model declined.
    REFUSED,
    /// The answer was longer than it may be.
    TRUNCATED,
    INVALID_JSON,
    WRONG_SCHEMA,
    EMPTY,
    /// The provider's content filter held it back.
    FILTERED,
    /// The provider could not be reached, or did not answer, however often it was tried.
    UNAVAILABLE,
    /// The provider does not take such a request: the key, the model's name or the size is wrong.
    REJECTED,
    /// The job's budget, or its owner's, has no room for the call.
    BUDGET_EXHAUSTED,
    /// There is no model here.
    NOT_CONFIGURED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final @Nullable Shortfall shortfall;

  /// @param message names and figures, never what was asked or answered
  public ModelFault(Kind kind, String message) {
    this(kind, message, null);
  }

  private ModelFault(Kind kind, String message, @Nullable Shortfall shortfall) {
    super(message);
    this.kind = kind;
    this.shortfall = shortfall;
  }

  public static ModelFault exhausted(Shortfall shortfall) {
    return new ModelFault(Kind.BUDGET_EXHAUSTED, shortfall.words(), shortfall);
  }

  public static ModelFault notConfigured() {
    return new ModelFault(Kind.NOT_CONFIGURED, "No model is set up here: OPENAI_API_KEY is unset.");
  }

  public Kind kind() {
    return kind;
  }

  /// Which money was too little, when that is why.
  public Optional<Shortfall> shortfall() {
    return Optional.ofNullable(shortfall);
  }
}

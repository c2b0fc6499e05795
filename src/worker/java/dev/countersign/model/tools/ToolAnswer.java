package dev.countersign.model.tools;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/// How the use of a tool ended: with something found, or with a refusal that the model is told.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ToolAnswer.Found.class, name = "found"),
  @JsonSubTypes.Type(value = ToolAnswer.Refused.class, name = "refused")
})
public sealed interface ToolAnswer {
  /// @param text for the model: may hold words of documents, and is data
  @RegisterForReflection
  record Found(String text, List<Cited> cited) implements ToolAnswer {
    public Found {
      cited = List.copyOf(cited);
    }

    public static Found of(String text) {
      return new Found(text, List.of());
    }
  }

  /// Nothing was done.
  ///
  /// @param why for the model: one sentence with the remedy
  @RegisterForReflection
  record Refused(Fault fault, String why) implements ToolAnswer {}

  /// By stable names.
  @RegisterForReflection
  enum Fault {
    /// Not on this agent's list.
    UNKNOWN_TOOL,
    /// No JSON, not of the schema, or too long.
    MALFORMED_ARGUMENTS,
    /// Not one of this job's.
    UNKNOWN_SOURCE,
    NO_SUCH_PAGE,
    /// What was read of the page has no rows.
    NO_TABLE,
    /// The words do not stand on that page.
    NOT_ON_PAGE,
    NO_EXPRESSION,
    TOO_LARGE,
    /// The agent has used up what it may.
    LIMIT,
    /// The tool broke; nothing is known of its answer.
    BROKEN;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the model reads.
  default String told() {
    return switch (this) {
      case Found(var text, _) -> text;
      case Refused(var fault, var why) -> "error " + fault.wireName() + ": " + why;
    };
  }

  static Refused refused(Fault fault, String why) {
    return new Refused(fault, why);
  }
}

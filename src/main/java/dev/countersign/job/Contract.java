package dev.countersign.job;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a job may take at most, and what each breach leads to: shown before it is submitted and
/// while it works. It says what its plan says, and has no figures of its own.
///
/// @param time that it may work, from submit or from a request for changes
/// @param attempts failures of one step at which it is given up, of the step that may have most
/// @param spending what it may spend on models; null in jobs from before it was kept
/// @param gated whether it also waits for people, whose time does not count
public record Contract(Duration time, int attempts, @Nullable Spending spending, boolean gated) {

  /// What a job that has used up one of them does.
  public enum Then {
    /// It has failed; a person can have it tried again.
    STOPS,
    /// It goes on by rule.
    RULES,
    /// It has failed, and asks a person for more.
    ASKS
  }

  public static Contract of(Plan plan) {
    return new Contract(
        plan.workLimit(),
        plan.steps().stream().map(Plan.Step::maxAttempts).max(Comparator.naturalOrder()).orElse(1),
        plan.spending(),
        plan.steps().stream().anyMatch(step -> step.kind() == Plan.Kind.GATE));
  }

  /// What follows when its time or a step's attempts are used up.
  public Then whenLate() {
    return Then.STOPS;
  }

  /// What follows when its money is used up, or its owner's for the month.
  public Then whenOutOfMoney() {
    if (spending == null) return Then.RULES;
    return switch (spending.onExhausted()) {
      case STOP -> Then.STOPS;
      case RULES -> Then.RULES;
      case ASK -> Then.ASKS;
    };
  }

  /// All of it, a sentence for each term.
  public List<String> sentences() {
    return Stream.of(inTime(), inAttempts(), inMoney()).toList();
  }

  private String inTime() {
    return "Works for at most %s%s; then it stops, and a retry gives it the same time again."
        .formatted(lasting(time), gated ? ", while people decide not counted" : "");
  }

  private String inAttempts() {
    return "Lets no step fail more than %s; then it stops, and a retry goes on from that step."
        .formatted(attempts == 1 ? "once" : attempts + " times");
  }

  private String inMoney() {
    if (spending == null) return "Spends on models what this deployment allows a job.";
    if (spending.nothing()) return "Asks no model, and spends nothing.";
    var most = spending.most();
    return most.signum() == 0
        ? "Spends nothing on models; " + withoutMoney(spending, "where it would, ")
        : "Spends at most %s on models; %s"
            .formatted(
                Spending.words(most),
                withoutMoney(spending, "when that or its owner's month is used up, "));
  }

  private String withoutMoney(Spending terms, String when) {
    return when
        + switch (whenOutOfMoney()) {
          case STOPS -> "it stops.";
          case RULES -> "it goes on by rule, and the result says so.";
          case ASKS -> "it stops and asks a person%s.".formatted(upTo(terms.most(), terms.limit()));
        };
  }

  private static String upTo(BigDecimal most, BigDecimal limit) {
    return most.compareTo(limit) < 0
        ? ", who can let it spend more, up to " + Spending.words(limit)
        : "";
  }

  /// E.g. `45 seconds`, `30 minutes`, `2 hours`, `1 hour 30 minutes`.
  static String lasting(Duration time) {
    var words =
        Stream.of(
                counted(time.toHours(), "hour"),
                counted(time.toMinutesPart(), "minute"),
                counted(time.toSecondsPart(), "second"))
            .filter(part -> !part.isEmpty())
            .toList();
    return words.isEmpty() ? "no time" : String.join(" ", words);
  }

  private static String counted(long number, String unit) {
    return number == 0 ? "" : "%d %s%s".formatted(number, unit, number == 1 ? "" : "s");
  }
}

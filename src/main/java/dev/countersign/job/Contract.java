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
/// @param steps with how often each may fail before it is given up
/// @param spending what it may spend on models; null in jobs from before it was kept
/// @param gated whether it also waits for people, whose time does not count
public record Contract(
    Duration time, List<Plan.Step> steps, @Nullable Spending spending, boolean gated) {

  /// What a job that has used up one of them does.
  public enum Then {
    /// It has failed; a person can have it tried again.
    STOPS,
    /// It goes on by rule.
    RULES,
    /// It has failed, and asks a person for more.
    ASKS
  }

  public Contract {
    steps = List.copyOf(steps);
  }

  public static Contract of(Plan plan) {
    return new Contract(
        plan.workLimit(),
        plan.steps(),
        plan.spending(),
        plan.steps().stream().anyMatch(step -> step.kind() == Plan.Kind.GATE));
  }

  /// How often the step that may fail most may do so.
  public int attempts() {
    return steps.stream().map(Plan.Step::maxAttempts).max(Comparator.naturalOrder()).orElse(1);
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
        .formatted(lasting(time), gated ? " (what people take to decide does not count)" : "");
  }

  private String inAttempts() {
    int usual = steps.getFirst().maxAttempts();
    var others =
        steps.stream()
            .filter(step -> step.maxAttempts() != usual)
            .map(step -> step.name() + " " + times(step.maxAttempts()))
            .toList();
    return "Tries again what fails, until a step has failed %s%s; then it stops, and a retry goes on from that step."
        .formatted(times(usual), others.isEmpty() ? "" : " (" + String.join(", ", others) + ")");
  }

  private static String times(int number) {
    return number == 1 ? "once" : number + " times";
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
                withoutMoney(spending, "when that %s used up, ".formatted(orTheMonth())));
  }

  /// No raise of a job's money helps when its owner's is used up.
  private String orTheMonth() {
    return whenOutOfMoney() == Then.ASKS ? "is" : "or its owner's budget for the month is";
  }

  private String withoutMoney(Spending terms, String when) {
    return when
        + switch (whenOutOfMoney()) {
          case STOPS -> "it stops.";
          case RULES -> "it goes on by rule, and the result says so.";
          case ASKS ->
              "it stops and asks a person%s. It stops too when its owner's budget for the month is used up."
                  .formatted(upTo(terms.most(), terms.limit()));
        };
  }

  private static String upTo(BigDecimal most, BigDecimal limit) {
    return most.compareTo(limit) < 0
        ? ", who can let it spend more, up to " + Spending.words(limit)
        : "";
  }

  /// E.g. `45 seconds`, `30 minutes`, `2 hours`, `1 hour 30 minutes`.
  public static String lasting(Duration time) {
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

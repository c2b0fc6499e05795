package dev.countersign.page;

import dev.countersign.store.TimelineEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An entry of a job's story as a sentence.
final class EventWords {
  private EventWords() {}

  static JobPage.Event of(TimelineEvent event) {
    return new JobPage.Event(event.seq(), event.at(), words(event), quote(event));
  }

  private static String words(TimelineEvent event) {
    var facts = event.facts();
    var step = facts.getOrDefault("step", "");
    return switch (event.type()) {
      case "submitted" -> "Submitted.";
      case "step_done" -> "Step %s is done%s.".formatted(step, attempt(facts));
      case "proposed" -> "Step %s asks for a decision.".formatted(step);
      case "reviewers_told" -> "Told %s.".formatted(by(event, "reviewers"));
      case "step_retriable" ->
          "Step %s did not succeed%s; it is tried again.".formatted(step, attempt(facts));
      case "step_parked" -> "Step %s %s.".formatted(step, waits(facts));
      case "model_answered" -> "The model's answer for step %s is there.".formatted(step);
      case "step_failed" -> "Step %s failed for good.".formatted(step);
      case "handed_back" -> "The worker gave step %s back.".formatted(step);
      case "lease_lapsed" -> "The worker at step %s was not heard of any more.".formatted(step);
      case "deadline_passed" -> "The job's time was up at step %s.".formatted(step);
      case "approved" -> "Approved by %s.".formatted(decider(event));
      case "rejected" -> "Rejected by %s.".formatted(decider(event));
      case "changes_requested" -> "Sent back for changes by %s.".formatted(decider(event));
      case "voted" ->
          "Approved by %s, %s of %s."
              .formatted(decider(event), facts.get("votes"), facts.get("quorum"));
      case "edited" -> "Worded anew by %s.".formatted(decider(event));
      case "delegated" -> "%s handed it to %s.".formatted(by(event, "by"), by(event, "to"));
      case "reminded" -> "Reminded %s.".formatted(by(event, "reviewers"));
      case "escalated" -> "Nobody had decided; %s may too now.".formatted(by(event, "to"));
      case "review_expired" -> "Nobody decided in time. Nothing was sent.";
      case "effect_begun" -> "Sending begins.";
      case "effect_done" -> "Sent.";
      case "effect_found_done" -> "The receiver says that it was sent.";
      case "outcome_unclear" -> "Nobody but a person can tell whether it was sent.";
      case "outcome_said" ->
          "%s says that it %s."
              .formatted(
                  by(event, "by"),
                  "happened".equals(facts.get("outcome")) ? "happened" : "did not happen");
      case "effect_failed" -> "It could not be sent.";
      case "effect_unknown" -> "Whether it was sent is not known.";
      case "cancel_asked" -> "%s asked to cancel.".formatted(by(event, "by"));
      case "canceled" -> canceled(event);
      case "retry_asked" ->
          "%s asked to try step %s again%s.".formatted(by(event, "by"), step, raised(facts));
      case "erased" -> "%s had its values erased.".formatted(by(event, "by"));
      default -> Words.plain(event.type()) + ".";
    };
  }

  private static @Nullable String quote(TimelineEvent event) {
    var words = event.personal("words");
    if (words.isEmpty()) words = event.personal("message");
    return words.isEmpty() ? null : words;
  }

  private static String attempt(Map<String, String> facts) {
    var attempt = facts.getOrDefault("attempt", "1");
    return attempt.equals("1") ? "" : " at attempt " + attempt;
  }

  private static String waits(Map<String, String> facts) {
    return switch (facts.getOrDefault("for", "")) {
      case "model" -> "waits for a model's answer";
      case "capacity" -> "waits for room under a limit of the model's provider";
      default -> "waits until the other side is back";
    };
  }

  private static String raised(Map<String, String> facts) {
    var budget = facts.get("budget");
    return budget == null
        ? ""
        : ", and lets it spend up to $%s on models instead of $%s"
            .formatted(budget, facts.get("budget_before"));
  }

  private static String decider(TimelineEvent event) {
    return "by_link".equals(event.facts().get("how"))
        ? "the holder of the link sent to " + by(event, "by")
        : by(event, "by");
  }

  private static String canceled(TimelineEvent event) {
    var facts = event.facts();
    boolean atOnce = "cancel_asked".equals(facts.get("cause"));
    return "Canceled%s. Effects done: %s, prevented: %s, unknown: %s."
        .formatted(
            atOnce ? " by " + by(event, "by") : "",
            facts.getOrDefault("done", "0"),
            facts.getOrDefault("prevented", "0"),
            facts.getOrDefault("unknown", "0"));
  }

  private static String by(TimelineEvent event, String name) {
    var value = event.personal(name);
    return value.isEmpty() ? "somebody (erased)" : value;
  }
}

package dev.countersign.notify;

import dev.countersign.job.Effect;
import dev.countersign.store.EffectRow;
import dev.countersign.store.Proposal.ProposedAction;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What was done, prevented, or cannot be told of, a sentence each.
final class EffectWords {
  private static final Map<String, String> KINDS =
      Map.of(
          "email", "E-mail to ",
          "webhook", "Webhook to ",
          "record-change", "Change at ",
          "publish", "Published at ");

  private EffectWords() {}

  static List<String> of(Facts facts, Times times) {
    return facts.effects().stream()
        .filter(row -> row.effect().revision() == facts.notice().revision())
        .map(row -> sentence(row, facts, times))
        .toList();
  }

  private static String sentence(EffectRow row, Facts facts, Times times) {
    var action =
        facts.proposal().stream()
            .flatMap(proposal -> proposal.actions().stream())
            .filter(a -> a.effect().equals(row.effect().id()))
            .findFirst();
    var what = action.map(EffectWords::target).orElse(row.effect().kind());
    return what + ": " + became(row, times);
  }

  private static String target(ProposedAction action) {
    var begins = Objects.requireNonNullElse(KINDS.get(action.kind()), action.kind() + " to ");
    return begins + Plain.line(action.target());
  }

  private static String became(EffectRow row, Times times) {
    return switch (row.effect().standing()) {
      case DONE -> "done, " + times.whole(row.changedAt()) + reference(row);
      case PREVENTED -> "not done";
      case UNKNOWN -> "nobody can tell whether it happened";
      case PLANNED, APPROVED -> "not begun";
      case ATTEMPTING -> "under way";
    };
  }

  private static String reference(EffectRow row) {
    var ref = row.facts().get("ref");
    return ref == null || ref.isBlank() || row.effect().standing() != Effect.Standing.DONE
        ? ""
        : " (receipt of the receiver: %s)".formatted(Plain.shortened(Plain.line(ref), 120));
  }
}

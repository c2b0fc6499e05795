package dev.countersign.notify;

import dev.countersign.job.Gate;
import dev.countersign.job.Tally;
import java.time.Instant;

/// Why a person is asked, so that each mail says what is new in it.
sealed interface Asking {
  /// For the first time.
  record First() implements Asking {}

  /// About another draft than before.
  record Redrafted() implements Asking {}

  /// In turn, after others.
  record Turn(int before) implements Asking {}

  /// Somebody handed their say over.
  record HandedOver(String from) implements Asking {}

  /// Nobody has decided for so long.
  record Escalation() implements Asking {}

  /// @param number from 1
  record Reminder(int number) implements Asking {}

  /// Why this name of the gate is asked now, apart from reminders.
  static Asking of(Gate gate, String name) {
    var handed =
        gate.tally().delegations().stream()
            .filter(d -> d.to().equals(name))
            .reduce((_, last) -> last)
            .map(Tally.Delegation::from);
    if (handed.isPresent()) return new HandedOver(handed.get());
    boolean own = gate.terms().deciders().contains(name);
    if (!own && gate.tally().escalations() > 0) return new Escalation();
    int votes = gate.tally().votes().size();
    if (gate.terms().inOrder() && votes > 0) return new Turn(votes);
    return gate.revision() > 1 ? new Redrafted() : new First();
  }

  /// In a message's id: the same again for the same request to the same person.
  default String label() {
    return switch (this) {
      case First _, Redrafted _, Turn _ -> "ask";
      case HandedOver _ -> "hand";
      case Escalation _ -> "esc";
      case Reminder(var number) -> "rem" + number;
    };
  }

  default String kicker() {
    return switch (this) {
      case First _ -> "Your decision is needed";
      case Redrafted _ -> "A new draft needs your decision";
      case Turn _ -> "It is your turn to decide";
      case HandedOver(var from) -> from + " has handed this decision to you";
      case Escalation _ -> "Nobody has decided yet, so you are asked too";
      case Reminder(var number) -> "Reminder %d: this still waits for you".formatted(number);
    };
  }

  /// How the title begins.
  default String title() {
    return switch (this) {
      case First _, Turn _ -> "";
      case Redrafted _ -> "New draft: ";
      case HandedOver _ -> "Handed to you: ";
      case Escalation _ -> "Nobody has decided: ";
      case Reminder(var number) -> "Reminder %d: ".formatted(number);
    };
  }

  default String because(Gate gate) {
    return switch (this) {
      case First _ -> "It happens only if you approve it.";
      case Redrafted _ ->
          ("This is revision %d. It replaces revision %d, which cannot be decided on any more:"
                  + " changes were asked for, or its wording was edited.")
              .formatted(gate.revision(), gate.revision() - 1);
      case Turn(var before) ->
          "%d %s approved it before you. It happens only if you do, too."
              .formatted(before, before == 1 ? "person has" : "people have");
      case HandedOver(var from) ->
          "%s was asked and has handed the decision to you. It happens only if you approve it."
              .formatted(from);
      case Escalation _ ->
          "Those who were asked first have not decided. You may decide in their place.";
      case Reminder _ ->
          "You were asked and have not decided yet. It happens only if you approve it.";
    };
  }

  /// Since when it is due, and so the date of the mail.
  default Instant since(Gate gate) {
    var asked = gate.proposedAt();
    var tally = gate.tally();
    return switch (this) {
      case First _, Redrafted _ -> asked;
      case Turn _ -> tally.votes().isEmpty() ? asked : tally.votes().getLast().at();
      case HandedOver(var from) ->
          tally.delegations().stream()
              .filter(d -> d.from().equals(from))
              .reduce((_, last) -> last)
              .map(Tally.Delegation::at)
              .orElse(asked);
      case Escalation _ ->
          asked.plus(gate.terms().escalations().get(tally.escalations() - 1).after());
      case Reminder(var number) -> asked.plus(gate.terms().reminders().get(number - 1));
    };
  }

  default boolean urgent() {
    return this instanceof Reminder || this instanceof Escalation;
  }
}

package dev.countersign.job;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may say something at a gate now, and why others may not.
final class Eligibility {
  private Eligibility() {}

  static List<String> asked(Gate gate) {
    var seats = seats(gate);
    var handed =
        gate.tally().delegations().stream()
            .filter(d -> seats.contains(d.as()))
            .map(Tally.Delegation::to);
    var done = voters(gate);
    var away = away(gate);
    return Stream.concat(seats.stream(), handed)
        .distinct()
        .filter(name -> !done.contains(name) && !away.contains(name))
        .toList();
  }

  static Optional<String> askedAs(Gate gate, Decider decider) {
    if (voters(gate).contains(decider.address()) || away(gate).contains(decider.address()))
      return Optional.empty();
    return asked(gate).stream().filter(name -> names(name, decider)).findFirst();
  }

  /// The name in the policy for which this person speaks.
  static Optional<String> speaksFor(Gate gate, Decider decider) {
    return askedAs(gate, decider)
        .map(name ->
            gate.tally().delegations().stream()
                .filter(d -> d.to().equals(name))
                .map(Tally.Delegation::as)
                .findFirst()
                .orElse(name));
  }

  static Optional<Verdict.Refused> refusal(Gate gate, Decider decider, String owner) {
    var person = decider.address();
    if (person.equals(owner) && !gate.terms().submitterMay())
      return no(
          Verdict.Reason.NOT_ELIGIBLE,
          "Whoever submitted a job does not decide on it; its policy leaves that to others.");
    if (voters(gate).contains(person))
      return no(
          Verdict.Reason.ALREADY_SAID,
          "You have approved this; it waits for %d more to do so.".formatted(gate.missing()));
    if (away(gate).contains(person))
      return no(Verdict.Reason.NOT_ELIGIBLE, "You have handed your say to somebody else.");
    if (askedAs(gate, decider).isPresent()) return Optional.empty();
    return gate.terms().inOrder() && named(gate.terms().deciders(), decider)
        ? no(Verdict.Reason.NOT_YOUR_TURN, "Others are asked before you; you will be told.")
        : no(Verdict.Reason.NOT_ELIGIBLE, "You are not among those who may decide on this.");
  }

  /// Why nobody can hand their say to this person; empty when they can.
  static Optional<String> whyNotTo(Gate gate, String to, String owner) {
    if (gate.terms().deciders().contains(to)
        || asked(gate).contains(to)
        || voters(gate).contains(to)) return Optional.of("They are asked already.");
    if (to.equals(owner) && !gate.terms().submitterMay())
      return Optional.of("Whoever submitted the job does not decide on it.");
    return gate.terms().reaches(to)
        ? Optional.empty()
        : Optional.of("The policy does not let a say go to them.");
  }

  /// The people known by address to whom a say can be handed.
  static List<String> replacements(Gate gate, String owner) {
    return gate.terms().replacements().stream()
        .filter(name -> whyNotTo(gate, name, owner).isEmpty())
        .toList();
  }

  static boolean concerns(Gate gate, Decider decider) {
    var person = decider.address();
    return named(gate.terms().deciders(), decider)
        || named(asked(gate), decider)
        || voters(gate).contains(person)
        || gate.tally().delegations().stream()
            .anyMatch(d -> d.from().equals(person) || d.to().equals(person));
  }

  /// The names in the policy whose turn it is, with those it was escalated to.
  private static List<String> seats(Gate gate) {
    var deciders = gate.terms().deciders();
    int turn = Math.min(gate.tally().votes().size(), deciders.size() - 1);
    var own = gate.terms().inOrder() ? deciders.subList(turn, turn + 1) : deciders;
    var escalated =
        gate.terms().escalations().stream()
            .limit(gate.tally().escalations())
            .flatMap(step -> step.to().stream());
    return Stream.concat(own.stream(), escalated).distinct().toList();
  }

  static Set<String> voters(Gate gate) {
    return gate.tally().votes().stream().map(v -> v.by().address()).collect(Collectors.toSet());
  }

  /// Who has handed their say over.
  private static Set<String> away(Gate gate) {
    var away = new LinkedHashSet<String>();
    for (var d : gate.tally().delegations()) {
      away.add(d.from());
      away.remove(d.to());
    }
    return away;
  }

  private static boolean named(List<String> names, Decider decider) {
    return names.stream().anyMatch(name -> names(name, decider));
  }

  private static boolean names(String name, Decider decider) {
    return name.equals(decider.address())
        || decider.roles().stream().anyMatch(role -> name.equals("role:" + role));
  }

  private static Optional<Verdict.Refused> no(Verdict.Reason reason, String message) {
    return Optional.of(new Verdict.Refused(reason, message));
  }
}

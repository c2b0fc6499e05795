package dev.countersign.job;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far a request for a decision has come.
///
/// @param votes approvals so far, one a person; the one that completes a quorum is the job's
///   decision
/// @param told whom a notification has reached: addresses, `role:NAME`
/// @param toldAt when anybody first was; null until then
/// @param reminders how many went out
/// @param escalations how many steps of the escalation are in force
public record Tally(
    List<Decision> votes,
    List<Delegation> delegations,
    List<String> told,
    @Nullable Instant toldAt,
    int reminders,
    int escalations) {
  public static final Tally NONE = new Tally(List.of(), List.of(), List.of(), null, 0, 0);

  public Tally {
    votes = List.copyOf(votes);
    delegations = List.copyOf(delegations);
    told = List.copyOf(told);
  }

  /// A say that was handed over.
  ///
  /// @param as the name in the policy that the say stands for
  public record Delegation(String from, String to, String as, Instant at) {}

  Tally vote(Decision vote) {
    return new Tally(and(votes, vote), delegations, told, toldAt, reminders, escalations);
  }

  Tally delegation(Delegation handed) {
    return new Tally(votes, and(delegations, handed), told, toldAt, reminders, escalations);
  }

  Tally told(List<String> people, Instant at) {
    var all = Stream.concat(told.stream(), people.stream()).distinct().toList();
    return new Tally(votes, delegations, all, toldAt == null ? at : toldAt, reminders, escalations);
  }

  Tally reminded() {
    return new Tally(votes, delegations, told, toldAt, reminders + 1, escalations);
  }

  Tally escalated() {
    return new Tally(votes, delegations, told, toldAt, reminders, escalations + 1);
  }

  private static <T> List<T> and(List<T> some, T one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }
}

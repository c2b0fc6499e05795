package dev.countersign.page;

import dev.countersign.job.Contract;
import dev.countersign.job.Spending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the form to submit says of a job's contract, and how it can be made narrower there.
///
/// @param times that may be chosen, all shorter than the usual one
/// @param money null for a workflow that asks no model
/// @param open whether something of it was chosen before
record Limits(List<String> sentences, List<Choice> times, @Nullable Money money, boolean open) {
  private static final List<Integer> PARTS = List.of(2, 4);

  /// @param value as it is sent; empty for the usual
  record Choice(String value, String words, boolean chosen) {}

  /// Amounts in USD, without a sign.
  record Money(String usual, String limit, String chosen) {}

  /// @param given what was filled in before
  static Limits of(Contract contract, Map<String, String> given) {
    var time = given.getOrDefault("time_limit", "");
    var budget = given.getOrDefault("budget", "");
    return new Limits(
        contract.sentences(),
        times(contract.time(), time),
        money(contract.spending(), budget),
        !time.isEmpty() || !budget.isEmpty());
  }

  private static List<Choice> times(Duration most, String chosen) {
    var times = new ArrayList<Choice>();
    times.add(new Choice("", Contract.lasting(most) + " (usual)", chosen.isEmpty()));
    for (int part : PARTS) {
      var less = Duration.ofSeconds(most.dividedBy(part).toSeconds());
      times.add(
          new Choice(less.toString(), Contract.lasting(less), less.toString().equals(chosen)));
    }
    return times;
  }

  private static @Nullable Money money(@Nullable Spending terms, String chosen) {
    return terms == null || terms.nothing()
        ? null
        : new Money(terms.most().toPlainString(), terms.limit().toPlainString(), chosen);
  }
}

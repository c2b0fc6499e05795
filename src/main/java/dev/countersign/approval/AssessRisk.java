package dev.countersign.approval;

import dev.countersign.job.Amount;
import dev.countersign.job.Risk;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.EffectClass;
import dev.countersign.workflow.RiskLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// How much care a proposal asks for, from what it would do and to whom. What a document or a model
/// says has no part in it, beyond that documents were read at all.
public final class AssessRisk {
  private final RiskLimits limits;

  public AssessRisk(RiskLimits limits) {
    this.limits = limits;
  }

  /// @param known whether something of the submitter's has reached an action's target before, or an
  ///   operator vouches for it
  /// @param documents how many were read that nobody vouches for
  public Risk of(EffectClass effect, List<Action> actions, Predicate<Action> known, int documents) {
    var high = high(effect, actions, known);
    var medium = medium(effect, documents);
    var level =
        !high.isEmpty() ? Risk.Level.HIGH : medium.isEmpty() ? Risk.Level.LOW : Risk.Level.MEDIUM;
    high.addAll(medium);
    return new Risk(level, high);
  }

  private List<String> high(EffectClass effect, List<Action> actions, Predicate<Action> known) {
    var high = new ArrayList<String>();
    long recipients = targets(actions, _ -> true);
    if (recipients >= limits.recipients())
      high.add(
          "Many recipients: it goes to %d, and %d are many."
              .formatted(recipients, limits.recipients()));
    actions.stream()
        .flatMap(action -> action.amounts().stream())
        .filter(amount -> tooMuch(effect, amount))
        .forEach(amount ->
            high.add("Amount: %s is over the limit%s.".formatted(amount.words(), most())));
    long first = targets(actions, known.negate());
    if (first > 0) high.add(firstTime(first));
    return high;
  }

  private static long targets(List<Action> actions, Predicate<Action> which) {
    return actions.stream().filter(which).map(Action::target).distinct().count();
  }

  private static String firstTime(long recipients) {
    return recipients == 1
        ? "New recipient: nothing of the submitter's has reached them before, and no operator has"
            + " listed them as known yet."
        : ("New recipients: nothing of the submitter's has reached %d of these before, and no"
                + " operator has listed those as known yet.")
            .formatted(recipients);
  }

  private static List<String> medium(EffectClass effect, int documents) {
    var medium = new ArrayList<String>();
    switch (effect) {
      case SPEND -> medium.add("It spends money.");
      case CUSTOMER_FACING -> medium.add("It leaves the house and cannot be called back.");
      case NONE, READ, WRITE -> {}
    }
    if (documents > 0) medium.add(read(documents));
    return medium;
  }

  private static String read(int documents) {
    return documents == 1
        ? "A document that nobody vouches for was read before this was proposed."
        : "%d documents that nobody vouches for were read before this was proposed."
            .formatted(documents);
  }

  private boolean tooMuch(EffectClass effect, Amount amount) {
    if (limits.amounts().isEmpty()) return effect == EffectClass.SPEND;
    return limits.amounts().stream()
        .noneMatch(most ->
            most.currency().equals(amount.currency())
                && amount.value().compareTo(most.value()) <= 0);
  }

  private String most() {
    return limits.amounts().isEmpty()
        ? ", which is nothing"
        : limits.amounts().stream()
            .map(Amount::words)
            .collect(Collectors.joining(" or ", " of ", ""));
  }
}

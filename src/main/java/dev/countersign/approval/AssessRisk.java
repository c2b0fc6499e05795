package dev.countersign.approval;

import dev.countersign.job.Amount;
import dev.countersign.job.Risk;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.EffectClass;
import dev.countersign.workflow.RiskLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// How much care a proposal asks for, from what it would do and to whom. What a document or a model
/// says has no part in it, beyond that documents were read at all.
public final class AssessRisk {
  private final RiskLimits limits;

  public AssessRisk(RiskLimits limits) {
    this.limits = limits;
  }

  /// @param known whether something of the submitter's has reached an action's target before
  /// @param documents how many were read that nobody vouches for
  public Risk of(EffectClass effect, List<Action> actions, Predicate<Action> known, int documents) {
    var high = new ArrayList<String>();
    var medium = new ArrayList<String>();
    long recipients = actions.stream().map(Action::target).distinct().count();
    if (recipients >= limits.recipients())
      high.add("It goes to %d recipients.".formatted(recipients));
    actions.stream()
        .flatMap(action -> action.amounts().stream())
        .filter(this::tooMuch)
        .forEach(amount -> high.add("%s is over the limit.".formatted(amount)));
    long first = actions.stream().filter(known.negate()).map(Action::target).distinct().count();
    if (first > 0) by(limits.firstTime(), high, medium).add(firstTime(first));
    weigh(effect, medium);
    if (documents > 0) medium.add(read(documents));
    var level =
        !high.isEmpty() ? Risk.Level.HIGH : medium.isEmpty() ? Risk.Level.LOW : Risk.Level.MEDIUM;
    high.addAll(medium);
    return new Risk(level, high);
  }

  private static List<String> by(Risk.Level level, List<String> high, List<String> medium) {
    return level == Risk.Level.HIGH ? high : medium;
  }

  private static String firstTime(long recipients) {
    return recipients == 1
        ? "Nothing of the submitter's has reached this recipient before."
        : "Nothing of the submitter's has reached %d of these before.".formatted(recipients);
  }

  private static String read(int documents) {
    return documents == 1
        ? "A document that nobody vouches for was read before this was proposed."
        : "%d documents that nobody vouches for were read before this was proposed."
            .formatted(documents);
  }

  private static void weigh(EffectClass effect, List<String> medium) {
    switch (effect) {
      case SPEND -> medium.add("It spends money.");
      case CUSTOMER_FACING -> medium.add("It leaves the house and cannot be called back.");
      case NONE, READ, WRITE -> {}
    }
  }

  private boolean tooMuch(Amount amount) {
    if (limits.amounts().isEmpty()) return false;
    return limits.amounts().stream()
        .noneMatch(most ->
            most.currency().equals(amount.currency())
                && amount.value().compareTo(most.value()) <= 0);
  }
}

package dev.countersign.workflow;

import dev.countersign.job.ReviewTerms;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who decides on what a workflow would do, by what that does to the world. There is no class of
/// effects that a policy can let through without a person.
///
/// @param byClass for each effect class that the workflow's steps have
public record Policy(Map<EffectClass, ReviewTerms> byClass, RiskLimits limits) {
  public Policy {
    byClass = Map.copyOf(byClass);
    if (!byClass.keySet().stream().allMatch(EffectClass::consequential))
      throw new IllegalArgumentException("only consequential effects wait for a person");
  }

  /// The same for every class, with the usual limits.
  public static Policy of(ReviewTerms terms) {
    return new Policy(
        Arrays.stream(EffectClass.values())
            .filter(EffectClass::consequential)
            .collect(Collectors.toMap(Function.identity(), _ -> terms)),
        RiskLimits.USUAL);
  }

  public Policy limiting(RiskLimits other) {
    return new Policy(byClass, other);
  }

  public Optional<ReviewTerms> terms(EffectClass effect) {
    return Optional.ofNullable(byClass.get(effect));
  }
}

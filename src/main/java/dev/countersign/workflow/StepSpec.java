package dev.countersign.workflow;

import dev.countersign.job.Plan;
import java.time.Duration;

/// A step as declared: its effect class decides the lane, its limits bound each try.
///
/// @param expected how long it usually takes
/// @param timeout how long one try may take
/// @param maxAttempts tries before a retriable failure is final
public record StepSpec(
    String name,
    Plan.Kind kind,
    EffectClass effect,
    Duration expected,
    Duration timeout,
    int maxAttempts) {
  /// A step that computes or reads: 2 s expected, 5 min a try, 4 tries.
  public static StepSpec work(String name) {
    return new StepSpec(
        name, Plan.Kind.WORK, EffectClass.READ, Duration.ofSeconds(2), Duration.ofMinutes(5), 4);
  }

  /// The step that prepares what is to be signed.
  public static StepSpec gate(String name) {
    return new StepSpec(
        name, Plan.Kind.GATE, EffectClass.NONE, Duration.ofSeconds(2), Duration.ofMinutes(5), 4);
  }

  /// The step that performs what was approved.
  public static StepSpec effect(String name, EffectClass effect) {
    return new StepSpec(
        name, Plan.Kind.EFFECT, effect, Duration.ofSeconds(2), Duration.ofMinutes(2), 5);
  }

  public StepSpec expecting(Duration usual) {
    return new StepSpec(name, kind, effect, usual, timeout, maxAttempts);
  }

  public StepSpec within(Duration limit) {
    return new StepSpec(name, kind, effect, expected, limit, maxAttempts);
  }

  public StepSpec tries(int most) {
    return new StepSpec(name, kind, effect, expected, timeout, most);
  }
}

package dev.countersign.job;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ordered steps of a job as they stood when it was submitted.
///
/// @param redraft the step that a request for changes goes back to; null without a gate
/// @param workLimit how long a job may take to reach its gate or its end, from submit or from a
///   request for changes
/// @param review who decides at its gate; null without one, and in jobs from before it was kept
/// @param spending what it may spend on models; null in jobs from before it was kept
public record Plan(
    List<Step> steps,
    @Nullable String redraft,
    Duration workLimit,
    @Nullable ReviewTerms review,
    @Nullable Spending spending) {
  public Plan {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) throw new IllegalArgumentException("a plan has at least one step");
    if (steps.stream().map(Step::name).distinct().count() != steps.size())
      throw new IllegalArgumentException("step names differ from each other");
    checkGate(steps, redraft);
  }

  public Plan(List<Step> steps, @Nullable String redraft, Duration workLimit) {
    this(steps, redraft, workLimit, null, null);
  }

  /// With this much time to work.
  public Plan within(Duration limit) {
    return new Plan(steps, redraft, limit, review, spending);
  }

  public Plan spending(Spending other) {
    return new Plan(steps, redraft, workLimit, review, other);
  }

  /// @param maxAttempts tries before a retriable failure is final, at least 1
  /// @param timeout how long one try may take
  public record Step(String name, Kind kind, int maxAttempts, Duration timeout) {
    public Step {
      if (maxAttempts < 1) throw new IllegalArgumentException("maxAttempts is at least 1");
    }
  }

  /// What the engine does at a step: run its code, stop for a signature, perform what was approved.
  public enum Kind {
    WORK,
    GATE,
    EFFECT
  }

  public Step step(int index) {
    return steps.get(index);
  }

  public int size() {
    return steps.size();
  }

  /// @throws IllegalArgumentException when the plan has no step of that name
  public int indexOf(String name) {
    for (int i = 0; i < steps.size(); i++) if (steps.get(i).name().equals(name)) return i;
    throw new IllegalArgumentException("no step " + name);
  }

  private static void checkGate(List<Step> steps, @Nullable String redraft) {
    var kinds = steps.stream().map(Step::kind).toList();
    int gate = kinds.indexOf(Kind.GATE);
    boolean gated = gate >= 0;
    int last = steps.size() - 1;
    if (gated != kinds.contains(Kind.EFFECT) || (gated && gate != last - 1))
      throw new IllegalArgumentException("a gate and its effect are the last two steps, or absent");
    if (gated && kinds.get(last) != Kind.EFFECT)
      throw new IllegalArgumentException("the step after the gate performs what was approved");
    if (gated && steps.subList(0, gate).stream().noneMatch(s -> s.name().equals(redraft)))
      throw new IllegalArgumentException("a gated plan names the step to redraft from");
  }
}

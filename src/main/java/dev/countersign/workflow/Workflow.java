package dev.countersign.workflow;

import dev.countersign.job.Plan;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.Spending;
import dev.countersign.job.WorkflowRef;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A named, versioned kind of job. An old version stays registered while a job may still be on it.
///
/// @param title what people call it
/// @param purpose one sentence for the submit form
/// @param redraft the step that a request for changes goes back to
/// @param review null without a gate
/// @param workLimit how long a job may work until its gate or its end
/// @param spending what a job may spend on models
public record Workflow(
    String name,
    int version,
    String title,
    String purpose,
    InputSpec inputs,
    List<StepSpec> steps,
    @Nullable String redraft,
    @Nullable Policy review,
    Duration workLimit,
    Spending spending) {
  /// The longest expected duration that is still answered in the request.
  public static final Duration INTERACTIVE_LIMIT = Duration.ofSeconds(15);

  public Workflow {
    steps = List.copyOf(steps);
  }

  /// One that asks no model.
  public Workflow(
      String name,
      int version,
      String title,
      String purpose,
      InputSpec inputs,
      List<StepSpec> steps,
      @Nullable String redraft,
      @Nullable Policy review,
      Duration workLimit) {
    this(
        name, version, title, purpose, inputs, steps, redraft, review, workLimit, Spending.NOTHING);
  }

  public WorkflowRef ref() {
    return new WorkflowRef(name, version);
  }

  /// The steps as a job keeps them; throws when they do not make a plan.
  public Plan plan() {
    return plan(terms().orElse(null));
  }

  /// The same, decided on under these terms.
  public Plan plan(@Nullable ReviewTerms terms) {
    return new Plan(
        steps.stream()
            .map(s -> new Plan.Step(s.name(), s.kind(), s.maxAttempts(), s.timeout()))
            .toList(),
        redraft,
        workLimit,
        terms,
        spending);
  }

  /// What the workflow does to the world.
  public EffectClass effect() {
    return steps.stream()
        .map(StepSpec::effect)
        .max(Comparator.naturalOrder())
        .orElse(EffectClass.NONE);
  }

  /// Who decides on what it would do; empty without a gate.
  ///
  /// @throws IllegalArgumentException when its policy leaves out what it does
  public Optional<ReviewTerms> terms() {
    if (review == null) return Optional.empty();
    return Optional.of(
        review
            .terms(effect())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s has no policy for %s".formatted(name, effect().wireName()))));
  }

  /// The lane that the steps' effects and durations ask for.
  public LaneChoice lane() {
    var consequential = steps.stream().filter(s -> s.effect().consequential()).findFirst();
    if (consequential.isPresent())
      return new LaneChoice(
          Lane.APPROVAL,
          "Step %s is %s, so it waits for a person."
              .formatted(consequential.get().name(), consequential.get().effect().wireName()));
    var expected = steps.stream().map(StepSpec::expected).reduce(Duration.ZERO, Duration::plus);
    return expected.compareTo(INTERACTIVE_LIMIT) <= 0
        ? new LaneChoice(Lane.INTERACTIVE, "It usually takes %d s.".formatted(expected.toSeconds()))
        : new LaneChoice(
            Lane.BACKGROUND,
            "It usually takes %d s, longer than a request should.".formatted(expected.toSeconds()));
  }
}

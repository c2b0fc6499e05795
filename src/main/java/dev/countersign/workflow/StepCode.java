package dev.countersign.workflow;

/// The code of a step. It may run more than once until its result is stored, and never after.
@FunctionalInterface
public interface StepCode {
  /// @throws Retriable when another try may succeed
  /// @throws Fatal when none will; anything else that is thrown counts as retriable
  StepResult run(StepContext context) throws Exception;
}

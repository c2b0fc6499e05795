package dev.countersign.lambda;

/// How an invocation ended.
sealed interface Answer {
  /// The function returned this.
  record Returned(String json) implements Answer {}

  /// The function threw.
  record Threw(String error) implements Answer {}

  /// The function's time was up; its process is gone.
  record TimedOut() implements Answer {}

  /// The process ended while the invocation was in it.
  record Died(int exitCode) implements Answer {}
}

package dev.countersign.lambda.template;

/// What invokes a function.
public sealed interface EventSource {
  /// A route of an HTTP API.
  ///
  /// @param path with `{proxy+}` for the rest, `*` for any
  /// @param method upper case or `ANY`
  record Route(String path, String method) implements EventSource {}

  /// A queue, whose messages the function gets in batches.
  ///
  /// @param arn the queue's
  /// @param reportsFailures whether the function's answer names the messages that failed
  /// @param mostAtOnce how many batches are in work at a time
  record Queue(String arn, int batchSize, boolean reportsFailures, int mostAtOnce)
      implements EventSource {}

  /// A clock.
  ///
  /// @param expression `rate(...)` or `cron(...)`
  record Schedule(String expression) implements EventSource {}
}

package dev.countersign.worker;

import java.time.Duration;

/// How much longer this invocation may work.
@FunctionalInterface
public interface TimeLeft {
  /// What a commit and the messages after it may take; work stops that long before the end.
  Duration MARGIN = Duration.ofSeconds(10);

  /// A process that is not stopped by a clock.
  TimeLeft UNLIMITED = () -> Duration.ofDays(1);

  Duration left();

  /// Whether something that may take that long can still be begun here.
  default boolean allows(Duration work) {
    return left().compareTo(work.plus(MARGIN)) >= 0;
  }

  /// The shorter of that time and what is left for work.
  default Duration within(Duration limit) {
    var rest = left().minus(MARGIN);
    return rest.compareTo(limit) < 0 ? rest : limit;
  }
}

package dev.countersign.workflow;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A failure that another try may not have; the job waits durably.
public final class Retriable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final @Nullable Duration delay;

  public Retriable(String message, @Nullable Throwable cause) {
    this(message, cause, null);
  }

  /// @param delay what the other side asked for, instead of the usual backoff
  public Retriable(String message, @Nullable Throwable cause, @Nullable Duration delay) {
    super(message, cause);
    this.delay = delay;
  }

  public Optional<Duration> delay() {
    return Optional.ofNullable(delay);
  }
}

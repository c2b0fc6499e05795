package dev.countersign.model;

import java.time.Duration;
import java.util.function.Supplier;

/// Whom the processes of a test ask: in memory, or over HTTP. They outlive the processes.
///
/// @param patience no request takes longer, however long it may
public record Providers(Provider atOnce, LongProvider atLength, Supplier<Duration> patience) {
  /// A call of one process to the outside, which its breaking point may be at.
  public interface Outside {
    <T> T call(Supplier<T> request);
  }

  public Providers with(Supplier<Duration> other) {
    return new Providers(atOnce, atLength, other);
  }

  /// As one process sees them. A look at a response changes nothing and is no call to break at.
  public Providers seenFrom(Outside outside) {
    return new Providers(new Called(outside), new CalledAtLength(outside), patience);
  }

  private Duration shorter(Duration limit) {
    var most = patience.get();
    return limit.compareTo(most) < 0 ? limit : most;
  }

  private final class Called implements Provider {
    private final Outside outside;

    Called(Outside outside) {
      this.outside = outside;
    }

    @Override
    public boolean configured() {
      return atOnce.configured();
    }

    @Override
    public long mostInput(ModelRequest request) {
      return atOnce.mostInput(request);
    }

    @Override
    public ModelAnswer send(ModelRequest request, Duration limit) {
      return outside.call(() -> atOnce.send(request, shorter(limit)));
    }
  }

  private final class CalledAtLength implements LongProvider {
    private final Outside outside;

    CalledAtLength(Outside outside) {
      this.outside = outside;
    }

    @Override
    public LongAnswer create(ModelRequest request, Duration limit) {
      return outside.call(() -> atLength.create(request, shorter(limit)));
    }

    @Override
    public LongAnswer retrieve(String response, Duration limit) {
      return atLength.retrieve(response, shorter(limit));
    }

    @Override
    public LongAnswer cancel(String response, Duration limit) {
      return outside.call(() -> atLength.cancel(response, shorter(limit)));
    }
  }
}

package dev.countersign.model;

import dev.countersign.store.CircuitRow;
import dev.countersign.store.Circuits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Leaves a provider alone that is away: after some faults no worker asks it for a while, then one
/// alone tries for all, and when that worked the others come back one by one.
@ApplicationScoped
public class Circuit {
  /// Writes of others while one is made.
  private static final int MOST_RACES = 10;

  /// What a provider that turns calls away without saying for how long gets.
  private static final Duration USUAL_REST = Duration.ofSeconds(10);

  private final Circuits circuits;
  private final InstantSource clock;
  private final RandomGenerator random;

  Circuit(Circuits circuits, InstantSource clock, RandomGenerator random) {
    this.circuits = circuits;
    this.clock = clock;
    this.random = random;
  }

  /// Empty when the provider may be asked now; else from when on, another time for each who asks.
  ///
  /// @param who the same each time that it asks
  public Optional<Instant> notBefore(String provider, String who) {
    var now = clock.instant();
    for (int i = 0; i < MOST_RACES; i++) {
      var breaker = read(provider, now);
      switch (breaker.ask(who, now)) {
        case Breaker.Answer.Go _ -> {
          return Optional.empty();
        }
        case Breaker.Answer.NotBefore(var at, var spread) -> {
          return Optional.of(at.plusMillis(random.nextLong(spread.toMillis())));
        }
        case Breaker.Answer.Probe(var next) -> {
          if (circuits.write(provider, next)) return Optional.empty();
        }
      }
    }
    return Optional.of(now.plusMillis(random.nextLong(USUAL_REST.toMillis())));
  }

  /// Takes note of how a call to the provider ended.
  public void learn(String provider, String who, ModelAnswer answer) {
    switch (answer) {
      case Reply _ -> reached(provider, who);
      case ProviderFault fault -> learn(provider, who, fault, clock.instant());
    }
  }

  /// The provider has taken a call.
  public void reached(String provider, String who) {
    var now = clock.instant();
    move(provider, breaker -> breaker.worked(who, now));
  }

  private void learn(String provider, String who, ProviderFault fault, Instant now) {
    switch (fault) {
      case ProviderFault.Unavailable(_, var after) -> {
        move(provider, breaker -> breaker.failed(who, now));
        if (after != null) move(provider, breaker -> breaker.rests(now.plus(after), who));
      }
      case ProviderFault.TimedOut _, ProviderFault.Cut _, ProviderFault.BadAnswer _ ->
          move(provider, breaker -> breaker.failed(who, now));
      case ProviderFault.RateLimited(var after) ->
          move(
              provider,
              breaker -> breaker.rests(now.plus(after == null ? USUAL_REST : after), who));
      case ProviderFault.Refused _, ProviderFault.Truncated _, ProviderFault.Filtered _ ->
          move(provider, breaker -> breaker.worked(who, now));
      case ProviderFault.Empty _, ProviderFault.Rejected _ ->
          move(provider, breaker -> breaker.worked(who, now));
    }
  }

  /// What is not written after that many races, others have written.
  private void move(String provider, Function<Breaker, Optional<CircuitRow>> how) {
    for (int i = 0; i < MOST_RACES; i++) {
      var next = how.apply(read(provider, clock.instant()));
      if (next.isEmpty() || circuits.write(provider, next.get())) return;
    }
  }

  private Breaker read(String provider, Instant now) {
    return new Breaker(
        circuits.find(provider).orElse(new CircuitRow(0, 0, now, 0, null, null, null, null)));
  }
}

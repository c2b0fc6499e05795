package dev.countersign.model;

import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Cost;
import dev.countersign.store.CallRow.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What calls cost, and when a provider that turned one away is asked again.
@ApplicationScoped
class CostOf {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final long MOST_DOUBLINGS = 6;
  private final Prices prices;
  private final InstantSource clock;
  private final RandomGenerator random;

  CostOf(Prices prices, InstantSource clock, RandomGenerator random) {
    this.prices = prices;
    this.clock = clock;
    this.random = random;
  }

  /// The most that a call can cost.
  CallRow.Worst worst(String model, long input, long output) {
    var price = prices.of(model);
    return new CallRow.Worst(price.worst(input, output), price.note().orElse(null));
  }

  /// What an answer has cost; its worst where the provider does not say how long it was.
  Cost of(CallRow call, Reply reply) {
    var usage = reply.usage();
    var id = reply.responseId().isEmpty() ? null : reply.responseId();
    var finish = reply.finish().name().toLowerCase(java.util.Locale.ROOT);
    if (usage == null) return new Cost(call.worst(), null, id, finish);
    var tokens = new Tokens(usage.input(), usage.cachedInput(), usage.output(), usage.reasoning());
    return new Cost(prices.of(call.model()).cost(usage), tokens, id, finish);
  }

  /// What brought nothing has cost: what it said, else its worst where it may have been paid for.
  Cost of(CallRow call, ProviderFault fault) {
    return fault
        .said()
        .map(reply -> of(call, reply))
        .orElseGet(() -> fault.maybePaid() ? Cost.worst(call) : Cost.NOTHING);
  }

  BigDecimal known(Cost cost, CallRow call) {
    var amount = cost.amount();
    return amount == null ? call.worst() : amount;
  }

  /// When the provider is asked again at the earliest; null where it may be at once.
  @Nullable Instant notBefore(CallRow call, ProviderFault fault) {
    return switch (fault) {
      case ProviderFault.RateLimited(var after) -> later(call, after);
      case ProviderFault.Unavailable(_, var after) -> later(call, after);
      case ProviderFault.TimedOut _, ProviderFault.Cut _, ProviderFault.BadAnswer _ ->
          later(call, null);
      case ProviderFault.Refused _, ProviderFault.Truncated _, ProviderFault.Filtered _ -> null;
      case ProviderFault.Empty _, ProviderFault.Rejected _ -> null;
    };
  }

  /// Never all of those that were turned away together at once.
  private Instant later(CallRow call, @Nullable Duration asked) {
    var least =
        asked == null
            ? SOON.multipliedBy(1L << Math.min(call.number() - 1, MOST_DOUBLINGS))
            : asked;
    return clock.instant().plus(least).plusMillis(random.nextLong(least.toMillis() / 2 + 1000));
  }
}

package dev.countersign.model.agent;

import dev.countersign.model.agent.AgentLimits.Limit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// What an agent has used up.
///
/// @param time until the last thing that was stored, so that it is the same on every try
public record Spent(int turns, int calls, long tokens, Duration time, BigDecimal usd) {
  static final Spent NOTHING = new Spent(0, 0, 0, Duration.ZERO, BigDecimal.ZERO);

  Spent turn(long more, BigDecimal cost) {
    return new Spent(turns + 1, calls, tokens + more, time, usd.add(cost));
  }

  Spent call(Duration since) {
    return new Spent(turns, calls + 1, tokens, since, usd);
  }

  /// Whether the next turn must be the last, and why.
  Optional<Limit> reached(AgentLimits limits) {
    if (tokens >= limits.tokens()) return Optional.of(Limit.TOKENS);
    if (time.compareTo(limits.time()) >= 0) return Optional.of(Limit.TIME);
    if (usd.compareTo(limits.usd()) >= 0) return Optional.of(Limit.MONEY);
    if (calls >= limits.calls()) return Optional.of(Limit.CALLS);
    return turns + 1 >= limits.turns() ? Optional.of(Limit.TURNS) : Optional.empty();
  }
}

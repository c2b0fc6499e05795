package dev.countersign.model.agent;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/// How far an agent may go. Turns and uses of tools are never more than this. Tokens, time and
/// money are known when a turn is over, so the turn under way, and one that closes, may go beyond;
/// the job's own budget is never overdrawn.
///
/// @param turns questions to the model, the closing one included
/// @param calls uses of tools
/// @param tokens in and out, over all turns; what is sent again is counted again
/// @param time from the first turn on
/// @param usd over all turns
/// @param maxOutputTokens of one turn, reasoning included
public record AgentLimits(
    int turns,
    int calls,
    long tokens,
    Duration time,
    BigDecimal usd,
    int maxOutputTokens,
    AtLimit atLimit) {
  /// 12 turns, 30 calls, 200,000 tokens, 4 minutes, 0.50 USD; then it answers with what it has.
  public static final AgentLimits USUAL =
      new AgentLimits(
          12,
          30,
          200_000,
          Duration.ofMinutes(4),
          new BigDecimal("0.50"),
          4_000,
          AtLimit.ANSWER_SO_FAR);

  public AgentLimits {
    if (turns < 1 || calls < 0 || tokens < 1 || maxOutputTokens < 1)
      throw new IllegalArgumentException("an agent that may do nothing");
  }

  /// What becomes of an agent at its limit.
  public enum AtLimit {
    /// It is asked once more, without tools, to answer with what it has.
    ANSWER_SO_FAR,
    /// The step goes on by rule.
    RULES,
    /// The job fails and says which limit it was.
    FAIL
  }

  /// Which limit it was.
  public enum Limit {
    TURNS,
    CALLS,
    TOKENS,
    TIME,
    MONEY;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public AgentLimits atMost(int turns, int calls) {
    return new AgentLimits(turns, calls, tokens, time, usd, maxOutputTokens, atLimit);
  }

  public AgentLimits withTokens(long most) {
    return new AgentLimits(turns, calls, most, time, usd, maxOutputTokens, atLimit);
  }

  public AgentLimits within(Duration most) {
    return new AgentLimits(turns, calls, tokens, most, usd, maxOutputTokens, atLimit);
  }

  public AgentLimits costing(BigDecimal most) {
    return new AgentLimits(turns, calls, tokens, time, most, maxOutputTokens, atLimit);
  }

  public AgentLimits then(AtLimit what) {
    return new AgentLimits(turns, calls, tokens, time, usd, maxOutputTokens, what);
  }
}

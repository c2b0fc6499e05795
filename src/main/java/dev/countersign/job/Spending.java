package dev.countersign.job;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// What a job may spend on models, in USD, and what follows when that is used up.
///
/// @param most that it may spend
/// @param limit up to which a person may raise `most`
public record Spending(BigDecimal most, BigDecimal limit, OnExhausted onExhausted) {
  /// For jobs that ask no model.
  public static final Spending NOTHING =
      new Spending(BigDecimal.ZERO, BigDecimal.ZERO, OnExhausted.STOP);

  /// What a deployment allows a job, in USD, where it says nothing else.
  public static final String USUAL_CAP = "5.00";

  private static final int CENTS = 2;

  /// What becomes of a job that has no money for its next question to a model.
  public enum OnExhausted {
    /// It fails, whatever its steps' code would make of it.
    STOP,
    /// Its step goes on without a model, and the result says so.
    RULES,
    /// It stops until a person lets it spend more, or has it canceled.
    ASK;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Spending {
    most = plain(most);
    limit = plain(limit);
    if (most.signum() < 0) throw new IllegalArgumentException("less than no money: " + most);
    if (most.compareTo(limit) > 0)
      throw new IllegalArgumentException("%s is more than the limit, %s".formatted(most, limit));
  }

  /// @param usually what a job may spend when nobody says how much
  /// @param limit up to which its submitter may say so
  public static Spending upTo(String usually, String limit, OnExhausted then) {
    return new Spending(new BigDecimal(usually), new BigDecimal(limit), then);
  }

  /// Whether no amount that anybody names lets it ask a model.
  public boolean nothing() {
    return limit.signum() == 0;
  }

  /// With this much for the job.
  ///
  /// @throws IllegalArgumentException when that is more than the limit
  public Spending spending(BigDecimal usd) {
    return new Spending(usd, limit, onExhausted);
  }

  /// Nowhere more than that.
  public Spending within(BigDecimal cap) {
    return new Spending(most.min(cap), limit.min(cap), onExhausted);
  }

  /// As people read it, e.g. `$0.50`; with more digits only where there are.
  public static String words(BigDecimal usd) {
    return "$" + decimal(usd);
  }

  /// The same without a sign, as the API has it.
  public static String decimal(BigDecimal usd) {
    return plain(usd).toPlainString();
  }

  /// To the next cent.
  static BigDecimal roundedUp(BigDecimal usd) {
    return usd.setScale(CENTS, RoundingMode.CEILING);
  }

  private static BigDecimal plain(BigDecimal usd) {
    var shortest = usd.stripTrailingZeros();
    return shortest.scale() < CENTS ? shortest.setScale(CENTS, RoundingMode.UNNECESSARY) : shortest;
  }
}

package dev.countersign.model;

import dev.countersign.job.Budget;
import dev.countersign.job.JobId;
import dev.countersign.store.Balance;
import dev.countersign.store.Budgeted;
import dev.countersign.store.Money;
import dev.countersign.store.MoneyLine;
import dev.countersign.store.Reservation;
import dev.countersign.store.Share;
import dev.countersign.store.SpendLimits;
import dev.countersign.store.Write;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Pays for calls before they are made, out of the job's money and its owner's month. Who must wait
/// for what others hold of the month waits in a line: nobody who came later is served from money
/// that one before it could have had.
@ApplicationScoped
public class Budgets {
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(8);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /// That many calls like one's own before one make the wait no longer.
  private static final BigDecimal MOST_AHEAD = BigDecimal.TEN;

  private static final BigDecimal LEAST = new BigDecimal("0.0001");

  /// How late one may be and still not be passed over.
  private static final Duration GRACE = Duration.ofMinutes(3);

  private final Money money;
  private final MoneyLine line;
  private final ModelConfig config;
  private final InstantSource clock;
  private final RandomGenerator random;

  Budgets(
      Money money,
      MoneyLine line,
      ModelConfig config,
      InstantSource clock,
      RandomGenerator random) {
    this.money = money;
    this.line = line;
    this.config = config;
    this.clock = clock;
    this.random = random;
  }

  /// What is asked for.
  ///
  /// @param most that the job may spend, in USD, by its own contract
  /// @param call its id: reserved once
  /// @param who its place in the line: the same each time that the same thing is asked for
  /// @param worst that it can cost, in USD
  /// @param until when it is surely over, or given up; its money comes back then
  public record Ask(
      JobId job,
      String owner,
      BigDecimal most,
      String call,
      String who,
      BigDecimal worst,
      Instant until) {}

  /// Reserves the worst case, with the caller's writes in the same transaction.
  public Reserving reserve(Ask ask, List<Write> with) {
    var now = clock.instant();
    var month = YearMonth.from(now.atZone(ZoneOffset.UTC));
    var asked =
        new Reservation(ask.job(), ask.call(), ask.owner(), month, ask.worst(), ask.until());
    var most = new SpendLimits(ask.most(), config.budget().ownerMonth());
    var first = money.reserve(asked, most, new Share.Newcomer(ask.worst(), now), with);
    if (!(first instanceof Budgeted.Lacking(var budget, var balance))) return answered(first);
    return switch (budget) {
      case JOB ->
          enough(balance, asked)
              ? new Reserving.NotBefore(budget, later(Duration.ZERO, now))
              : exhausted(budget, balance);
      case OWNER_MONTH -> inLine(asked, ask.who(), most, with);
    };
  }

  private Reserving inLine(Reservation asked, String who, SpendLimits most, List<Write> with) {
    var now = clock.instant();
    var of = new MoneyLine.Of(asked.owner(), asked.month());
    var place = line.place(of, who, now);
    var share = new Share.InLine(place.before().add(asked.worst()));
    var writes = Stream.concat(with.stream(), line.leave(of, place).stream()).toList();
    var answer = money.reserve(asked, most, share, writes);
    if (!(answer instanceof Budgeted.Lacking(var budget, var balance))) return answered(answer);
    if (!enough(balance, asked)) {
      line.giveUp(of, place);
      return exhausted(budget, balance);
    }
    var at = later(waits(place, asked, now), now);
    line.keep(of, place, asked.worst(), at.plus(GRACE));
    return new Reserving.NotBefore(budget, at);
  }

  private static boolean enough(Balance balance, Reservation asked) {
    return balance.left().compareTo(asked.worst()) >= 0;
  }

  private static Reserving exhausted(Budget budget, Balance balance) {
    return new Reserving.Exhausted(budget, balance.most(), balance.left());
  }

  private static Reserving answered(Budgeted answer) {
    return switch (answer) {
      case Budgeted.Held _ -> new Reserving.Reserved();
      case Budgeted.Before(var standing) -> new Reserving.Before(standing);
      case Budgeted.Refused _ -> new Reserving.Refused();
      case Budgeted.Lacking(var budget, var balance) -> exhausted(budget, balance);
    };
  }

  /// Who is next asks soon, so that what comes back does not lie idle; the more are before it and
  /// the longer it has waited, the more seldom it asks.
  private static Duration waits(MoneyLine.Place place, Reservation asked, Instant now) {
    var ahead = place.before().divide(asked.worst().max(LEAST), RoundingMode.CEILING);
    return SHORTEST_WAIT
        .multipliedBy(1 + ahead.min(MOST_AHEAD).longValue())
        .plus(Duration.between(place.since(), now).dividedBy(8));
  }

  /// Never all at once.
  private Instant later(Duration wait, Instant now) {
    var most = Math.clamp(wait.toMillis(), SHORTEST_WAIT.toMillis(), LONGEST_WAIT.toMillis());
    return now.plusMillis(most / 2 + random.nextLong(most / 2 + 1));
  }
}

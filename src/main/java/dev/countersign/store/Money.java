package dev.countersign.store;

import static dev.countersign.store.Attr.money;
import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import dev.countersign.job.Budget;
import dev.countersign.job.JobId;
import dev.countersign.store.DynamoTable.Written;
import dev.countersign.store.Reservation.Standing;
import dev.countersign.workflow.Retriable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What jobs and their owners may spend, hold, and have spent. Money is taken out of both budgets
/// before a call, on condition that it is there, and what is left of it comes back when the cost is
/// known: however many do so at once, no budget gives more than it has.
@ApplicationScoped
public class Money {
  /// How often a limit may be moved by others while it is asked for once.
  private static final int MOST_MOVES = 8;

  private static final int RESERVATION = 0;
  private static final List<Budget> BUDGETS = List.of(Budget.JOB, Budget.OWNER_MONTH);
  private final DynamoTable table;
  private final MoneyRows money;
  private final Rows rows;
  private final Ids ids;

  Money(DynamoTable table, StoredForms forms, Ids ids) {
    this.table = table;
    this.money = new MoneyRows(table.name());
    this.rows = new Rows(forms, table.name());
    this.ids = ids;
  }

  /// One transaction: the reservation, both budgets, and what the caller wants done with it. A
  /// budget that was made under another limit gets this one.
  ///
  /// @param with at most 97, under conditions of their own
  public Budgeted reserve(Reservation asked, SpendLimits most, Share share, List<Write> with) {
    for (int i = 0; i < MOST_MOVES; i++) {
      var answer = reserveOnce(asked, most, share, with);
      if (!(answer instanceof Budgeted.Lacking(var budget, var balance))
          || balance.most().compareTo(most.of(budget)) == 0) return answer;
      move(asked, budget, balance.most(), most.of(budget));
    }
    throw new Retriable("A budget's limit is moved to and fro by two settings at once.", null);
  }

  /// One transaction: what the call has cost is spent, the rest is there again. Counts in the month
  /// in which it was reserved. What was released before, or costs more than its worst, is spent all
  /// the same.
  public Settled settle(JobId job, String call, BigDecimal cost, List<Write> with) {
    if (cost.signum() < 0) throw new IllegalArgumentException("less than no money: " + cost);
    return end(job, call, Standing.SETTLED, cost, with);
  }

  /// One transaction: all of it is there again, because nothing is known to have been spent.
  public Settled release(JobId job, String call, List<Write> with) {
    return end(job, call, Standing.RELEASED, BigDecimal.ZERO, with);
  }

  /// A write by which what is held of a call is held that much longer; refused when it is not held.
  public Write holding(JobId job, String call, Instant until) {
    return new Write(money.holding(job, call, until));
  }

  /// Releases what the job's calls were to hold until now at the longest; how many.
  public int releaseDue(JobId job, Instant now) {
    return (int)
        table.all(job.value(), Keys.RESERVATIONS).stream()
            .filter(item -> item.containsKey("dueAt") && !time(item, "dueAt").isAfter(now))
            .map(item -> text(item, "sk").substring(Keys.RESERVATIONS.length()))
            .filter(call -> release(job, call, List.of()) instanceof Settled.Now)
            .count();
  }

  /// Empty before the job's first reservation.
  public Optional<Balance> ofJob(JobId job) {
    return table.get(job.value(), Keys.BUDGET).map(MoneyRows::balance);
  }

  /// Each month in which the owner's jobs have reserved something, the latest first.
  public SortedMap<YearMonth, Balance> ofOwner(String owner) {
    var months = new TreeMap<YearMonth, Balance>(Comparator.reverseOrder());
    for (var item : table.partition(Keys.spend(owner)))
      months.put(YearMonth.parse(text(item, "sk")), MoneyRows.balance(item));
    return months;
  }

  private Budgeted reserveOnce(Reservation asked, SpendLimits most, Share share, List<Write> with) {
    for (var budget : BUDGETS)
      if (asked.worst().compareTo(most.of(budget)) > 0) return tooMuch(asked, budget, most);
    var own =
        Stream.of(
            rows.put(money.item(asked), Condition.NEW),
            money.takeFromJob(asked, most.job()),
            money.takeFromMonth(asked, most.month(), share));
    return switch (table.transact(together(own, with), ids.write())) {
      case Written.Done _ -> new Budgeted.Held();
      case Written.Refused refused -> notHeld(refused);
    };
  }

  private static Budgeted notHeld(Written.Refused refused) {
    var items = refused.asStored();
    var before = items.getFirst();
    if (before.isPresent())
      return new Budgeted.Before(StoredReservation.read(before.get()).standing());
    if (items.stream().skip(1L + BUDGETS.size()).anyMatch(Optional::isPresent))
      return new Budgeted.Refused();
    for (int i = 0; i < BUDGETS.size(); i++) {
      var item = items.get(1 + i);
      if (item.isPresent())
        return new Budgeted.Lacking(BUDGETS.get(i), MoneyRows.balance(item.get()));
    }
    throw new IllegalStateException("a transaction was refused without a reason");
  }

  /// More than there ever is: nothing is asked of the table that it could not refuse by itself.
  private Budgeted tooMuch(Reservation asked, Budget budget, SpendLimits most) {
    var reservation = table.get(asked.job().value(), Keys.reservation(asked.call()));
    if (reservation.isPresent())
      return new Budgeted.Before(StoredReservation.read(reservation.get()).standing());
    var key = key(asked, budget);
    var stored = table.get(text(key, "pk"), text(key, "sk")).map(MoneyRows::balance);
    var spent = stored.map(Balance::spent).orElse(BigDecimal.ZERO);
    var held = stored.map(Balance::held).orElse(BigDecimal.ZERO);
    var limit = most.of(budget);
    return new Budgeted.Lacking(
        budget, new Balance(limit, limit.subtract(spent).subtract(held), spent));
  }

  private Settled end(
      JobId job, String call, Standing standing, BigDecimal cost, List<Write> with) {
    for (int i = 0; i < MOST_MOVES; i++) {
      var item = table.get(job.value(), Keys.reservation(call));
      if (item.isEmpty()) return new Settled.Unknown();
      var was = StoredReservation.read(item.get());
      if (was.standing() == Standing.SETTLED || was.standing() == standing)
        return new Settled.Before(was.cost());
      var written = table.transact(ending(was, standing, cost, with), ids.write());
      if (written instanceof Written.Done) return new Settled.Now(cost);
      if (written instanceof Written.Refused(var stored) && stored.get(RESERVATION).isEmpty())
        return new Settled.Refused();
    }
    throw new IllegalStateException(call + " goes on changing how it stands");
  }

  private List<TransactWriteItem> ending(
      StoredReservation was, Standing standing, BigDecimal cost, List<Write> with) {
    var back = was.held().subtract(cost);
    return together(
        Stream.of(
            money.end(was, standing, cost),
            money.giveBack(was.budget(), back, cost),
            money.giveBack(was.month(), back, cost)),
        with);
  }

  private static List<TransactWriteItem> together(Stream<TransactWriteItem> own, List<Write> with) {
    return Stream.concat(own, with.stream().map(Write::item)).toList();
  }

  /// Refused when another has done it meanwhile, which is as good.
  private void move(Reservation asked, Budget budget, BigDecimal was, BigDecimal most) {
    table.update(u ->
        u.key(key(asked, budget))
            .updateExpression("SET most = :most, available = available + :more")
            .conditionExpression(Condition.MOST.expression())
            .expressionAttributeValues(
                Map.of(
                    ":most", money(most), ":more", money(most.subtract(was)), ":was", money(was))));
  }

  private static Map<String, AttributeValue> key(Reservation asked, Budget budget) {
    return switch (budget) {
      case JOB -> MoneyRows.key(asked.job().value(), Keys.BUDGET);
      case OWNER_MONTH -> MoneyRows.key(Keys.spend(asked.owner()), asked.month().toString());
    };
  }
}

package dev.countersign.store;

import static dev.countersign.store.Attr.money;
import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import dev.countersign.job.JobId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// The items of money: a budget has what is left of it, a reservation what it has taken out.
final class MoneyRows {
  private static final long MONTHS_KEPT = 26;
  private final String table;

  MoneyRows(String table) {
    this.table = table;
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", text(pk), "sk", text(sk));
  }

  TransactWriteItem takeFromJob(Reservation taken, BigDecimal most) {
    return update(
        key(taken.job().value(), Keys.BUDGET),
        "SET most = :most, available = if_not_exists(available, :most) - :worst,"
            + " spent = if_not_exists(spent, :zero), #schema = :schema",
        Map.of("#schema", "schema"),
        Condition.BUDGET,
        taking(taken.worst(), most, taken.worst()));
  }

  TransactWriteItem takeFromMonth(Reservation taken, BigDecimal most, Share share) {
    var values = taking(taken.worst(), most, share.needed());
    values.put(":ttl", number(forgotten(taken.month())));
    var condition =
        switch (share) {
          case Share.Newcomer(_, var now) -> {
            values.put(":now", time(now));
            yield Condition.MONTH;
          }
          case Share.InLine _ -> Condition.BUDGET;
        };
    return update(
        key(Keys.spend(taken.owner()), taken.month().toString()),
        "SET most = :most, available = if_not_exists(available, :most) - :worst,"
            + " spent = if_not_exists(spent, :zero), #schema = :schema, #ttl = :ttl",
        Map.of("#schema", "schema", "#ttl", "ttl"),
        condition,
        values);
  }

  /// Moves a budget that was paid from before: what comes back to it, and what was spent.
  TransactWriteItem giveBack(
      Map<String, AttributeValue> key, BigDecimal available, BigDecimal spent) {
    return TransactWriteItem.builder()
        .update(u ->
            u.tableName(table)
                .key(key)
                .updateExpression("SET available = available + :available, spent = spent + :spent")
                .expressionAttributeValues(
                    Map.of(":available", money(available), ":spent", money(spent))))
        .build();
  }

  /// The owner's address is not in it, only the key of the month that it has taken from.
  Map<String, AttributeValue> item(Reservation reservation) {
    var item = new HashMap<>(key(reservation.job().value(), Keys.reservation(reservation.call())));
    item.put("schema", number(StoredForms.SCHEMA));
    item.put("standing", text(Reservation.Standing.HELD.name()));
    item.put("worst", money(reservation.worst()));
    item.put("spend", text(Keys.spend(reservation.owner())));
    item.put("month", text(reservation.month().toString()));
    item.put("duePk", text(DueIndex.shard(reservation.job())));
    item.put("dueAt", time(reservation.until()));
    return item;
  }

  TransactWriteItem holding(JobId job, String call, Instant until) {
    return update(
        key(job.value(), Keys.reservation(call)),
        "SET dueAt = :until",
        Map.of(),
        Condition.RESERVATION,
        Map.of(":until", time(until), ":was", text(Reservation.Standing.HELD.name())));
  }

  TransactWriteItem end(StoredReservation was, Reservation.Standing standing, BigDecimal cost) {
    return update(
        was.key(),
        "SET standing = :standing, cost = :cost REMOVE duePk, dueAt",
        Map.of(),
        Condition.RESERVATION,
        Map.of(
            ":standing", text(standing.name()),
            ":cost", money(cost),
            ":was", text(was.standing().name())));
  }

  static Balance balance(Map<String, AttributeValue> item) {
    return new Balance(
        Attr.money(item, "most"), Attr.money(item, "available"), Attr.money(item, "spent"));
  }

  private TransactWriteItem update(
      Map<String, AttributeValue> key,
      String expression,
      Map<String, String> names,
      Condition condition,
      Map<String, AttributeValue> values) {
    var update =
        Update.builder()
            .tableName(table)
            .key(key)
            .updateExpression(expression)
            .conditionExpression(condition.expression())
            .expressionAttributeValues(values)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (!names.isEmpty()) update.expressionAttributeNames(names);
    return TransactWriteItem.builder().update(update.build()).build();
  }

  private static Map<String, AttributeValue> taking(
      BigDecimal worst, BigDecimal most, BigDecimal needed) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":worst", money(worst));
    values.put(":most", money(most));
    values.put(":needed", money(needed));
    values.put(":zero", money(BigDecimal.ZERO));
    values.put(":schema", number(StoredForms.SCHEMA));
    return values;
  }

  private static long forgotten(YearMonth month) {
    return month.plusMonths(MONTHS_KEPT).atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }
}

package dev.countersign.store;

import static dev.countersign.store.Attr.money;
import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Who waits for money of an owner's month that others hold, in the order in which they came. Who
/// is late keeps the place, but holds nobody up meanwhile.
@ApplicationScoped
public class MoneyLine {
  private static final Duration KEPT = Duration.ofDays(2);
  private final DynamoTable table;
  private final Rows rows;
  private final Ids ids;

  MoneyLine(DynamoTable table, StoredForms forms, Ids ids) {
    this.table = table;
    this.rows = new Rows(forms, table.name());
    this.ids = ids;
  }

  /// Whose line it is.
  public record Of(String owner, YearMonth month) {
    String pk() {
      return Keys.line(owner, month);
    }
  }

  /// A place in it, or one that is still to be taken.
  ///
  /// @param since when it was taken, to the millisecond
  /// @param taken whether it is
  /// @param before what those need who are before it, in USD
  public record Place(String who, Instant since, boolean taken, BigDecimal before) {}

  /// Where one stands, or would.
  ///
  /// @param who the same at each time that it asks
  public Place place(Of line, String who, Instant now) {
    var before = BigDecimal.ZERO;
    for (var item : table.partition(line.pk())) {
      if (text(item, "who").equals(who)) return new Place(who, time(item, "since"), true, before);
      if (!time(item, "lineUntil").isBefore(now)) before = before.add(money(item, "worst"));
    }
    return new Place(who, now, false, before);
  }

  /// Takes or keeps a place; from now on nobody who comes later is served before it.
  ///
  /// @param until when it no longer holds up the others, unless it asks again before
  public void keep(Of line, Place place, BigDecimal worst, Instant until) {
    var item = new HashMap<>(key(line, place));
    item.put("schema", number(StoredForms.SCHEMA));
    item.put("who", text(place.who()));
    item.put("since", time(place.since()));
    item.put("worst", money(worst));
    item.put("lineUntil", time(until));
    item.put("ttl", number(until.plus(KEPT).getEpochSecond()));
    table.transact(List.of(rows.put(item)), ids.write());
    lasts(line, until);
  }

  /// To be done in the transaction that serves it.
  public List<Write> leave(Of line, Place place) {
    if (!place.taken()) return List.of();
    return List.of(new Write(rows.delete(line.pk(), text(key(line, place), "sk"))));
  }

  /// Goes without having been served.
  public void giveUp(Of line, Place place) {
    var writes = leave(line, place).stream().map(Write::item).toList();
    if (!writes.isEmpty()) table.transact(writes, ids.write());
  }

  private void lasts(Of line, Instant until) {
    table.update(u ->
        u.key(MoneyRows.key(Keys.spend(line.owner()), line.month().toString()))
            .updateExpression("SET lineUntil = :until")
            .conditionExpression(Condition.LINE.expression())
            .expressionAttributeValues(Map.of(":until", time(until))));
  }

  private static Map<String, AttributeValue> key(Of line, Place place) {
    return MoneyRows.key(
        line.pk(), "%013d#%s".formatted(place.since().toEpochMilli(), Sha256.hex(place.who())));
  }
}

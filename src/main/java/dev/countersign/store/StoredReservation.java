package dev.countersign.store;

import static dev.countersign.store.Attr.money;
import static dev.countersign.store.Attr.text;

import dev.countersign.store.Reservation.Standing;
import java.math.BigDecimal;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A reservation as it is in the table, with the keys of what it has taken from.
///
/// @param cost zero until it is settled
record StoredReservation(
    Map<String, AttributeValue> key,
    Standing standing,
    BigDecimal worst,
    BigDecimal cost,
    Map<String, AttributeValue> month) {

  static StoredReservation read(Map<String, AttributeValue> item) {
    return new StoredReservation(
        MoneyRows.key(text(item, "pk"), text(item, "sk")),
        Standing.valueOf(text(item, "standing")),
        money(item, "worst"),
        item.containsKey("cost") ? money(item, "cost") : BigDecimal.ZERO,
        MoneyRows.key(text(item, "spend"), text(item, "month")));
  }

  /// What its budgets have out for it.
  BigDecimal held() {
    return standing == Standing.HELD ? worst : BigDecimal.ZERO;
  }

  Map<String, AttributeValue> budget() {
    return MoneyRows.key(text(key, "pk"), Keys.BUDGET);
  }
}

package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Stores machines' keys. A revoked or expired one stays for a time, so that it can be said whose
/// it was.
@ApplicationScoped
public class ApiKeys {
  private static final Duration KEPT_AFTER = Duration.ofDays(400);

  private final DynamoTable table;
  private final Rows rows;
  private final Ids ids;

  ApiKeys(DynamoTable table, StoredForms forms, Ids ids) {
    this.table = table;
    this.rows = new Rows(forms, table.name());
    this.ids = ids;
  }

  public void add(ApiKey key) {
    var written = table.transact(List.of(rows.put(item(key), Condition.NEW)), ids.write());
    if (written instanceof DynamoTable.Written.Refused)
      throw new IllegalStateException(key.id() + " is in the table already");
  }

  public Optional<ApiKey> find(String id) {
    return table.get(Keys.API_KEYS, id).map(item -> rows.read(item, ApiKey.class));
  }

  /// Oldest first.
  public List<ApiKey> all() {
    return table.all(Keys.API_KEYS, Keys.API_KEY).stream()
        .map(item -> rows.read(item, ApiKey.class))
        .toList();
  }

  /// The key as it is then, revoked now or before; empty when there is none of that id.
  public Optional<ApiKey> revoke(String id, Instant now) {
    var key = find(id);
    if (key.isEmpty() || key.get().revokedAt() != null) return key;
    var revoked = key.get().revoked(now);
    return switch (table.transact(
        List.of(rows.put(item(revoked), Condition.KEY_LIVES)), ids.write())) {
      case DynamoTable.Written.Done _ -> Optional.of(revoked);
      case DynamoTable.Written.Refused _ -> find(id);
    };
  }

  private Map<String, AttributeValue> item(ApiKey key) {
    var item = new HashMap<>(rows.row(Keys.API_KEYS, key.id(), key));
    item.put("ttl", number(key.expiresAt().plus(KEPT_AFTER).getEpochSecond()));
    var revokedAt = key.revokedAt();
    if (revokedAt != null) item.put("revokedAt", time(revokedAt));
    return item;
  }
}

package dev.countersign.store;

import static dev.countersign.store.Attr.number;

import dev.countersign.store.DynamoTable.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What workers tell each other about providers: one item for each.
@ApplicationScoped
public class Circuits {
  private final DynamoTable table;
  private final Rows rows;
  private final Ids ids;

  Circuits(DynamoTable table, StoredForms forms, Ids ids) {
    this.table = table;
    this.rows = new Rows(forms, table.name());
    this.ids = ids;
  }

  public Optional<CircuitRow> find(String provider) {
    return table
        .get(Keys.circuit(provider), Keys.CIRCUIT)
        .map(item -> rows.read(item, CircuitRow.class));
  }

  /// False when somebody else has written since the version before this was read.
  public boolean write(String provider, CircuitRow next) {
    var item = rows.row(Keys.circuit(provider), Keys.CIRCUIT, next);
    item.put("version", number(next.version()));
    var values = Map.of(":version", number(next.version() - 1));
    return table.transact(List.of(rows.put(item, Condition.CIRCUIT, values)), ids.write())
        instanceof Written.Done;
  }
}

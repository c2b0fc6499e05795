package dev.countersign.packet.bid;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// How the lines of all bids stand to the scope's items: a row an item, a cell a bid.
///
/// @param rows in the scope's order; without a scope, one row for each thing that any bid prices
@RegisterForReflection
public record Alignment(List<Row> rows, List<Unplaced> unplaced) {
  public Alignment {
    rows = List.copyOf(rows);
    unplaced = List.copyOf(unplaced);
  }

  /// @param itemId the scope item's id
  @RegisterForReflection
  public record Row(String itemId, String description, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// What one bid (by its source id) says to one item.
  ///
  /// @param lines numbers of the bid's priced lines; may be shared with other items
  /// @param mentions clauses or text that speak of the item without pricing it
  @RegisterForReflection
  public record Cell(String bid, Standing standing, List<Integer> lines, List<Citation> mentions) {
    public Cell {
      lines = List.copyOf(lines);
      mentions = List.copyOf(mentions);
    }
  }

  /// How an item is dealt with by a bid.
  public enum Standing {
    PRICED,
    INCLUDED_ELSEWHERE,
    IN_LUMP_SUM,
    EXCLUDED,
    NOT_PRICED
  }

  /// Lines of a bid that belong to no scope item: overhead, fee, extras.
  @RegisterForReflection
  public record Unplaced(String bid, int line) {}
}

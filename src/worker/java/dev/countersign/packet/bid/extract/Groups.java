package dev.countersign.packet.bid.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers the tables of a document: a table ends at another section, after its total, at another
/// table's heading row or where text runs on for some lines.
final class Groups {
  private static final int TEXT_BETWEEN = 5;

  private Groups() {}

  static int[] of(List<Headings.Placed> rows, List<@Nullable PriceRow> readings) {
    int[] groups = new int[rows.size()];
    int group = 0;
    int text = 0;
    boolean ended = false;
    String head = "";
    for (int i = 0; i < rows.size(); i++) {
      Headings.Placed placed = rows.get(i);
      PriceRow reading = readings.get(i);
      boolean newSection = i > 0 && placed.section() != rows.get(i - 1).section();
      boolean isHead = TableHead.is(placed.row().text());
      boolean otherHead =
          isHead
              && placed.row().cells().size() > 1
              && !head.isEmpty()
              && !placed.row().text().equals(head);
      if (isHead && placed.row().cells().size() > 1) head = placed.row().text();
      text = reading != null || isHead ? 0 : text + 1;
      LineLabel label = reading == null ? null : LineLabel.of(reading.description());
      boolean afterTotal = ended && label == LineLabel.ITEM;
      if (newSection || otherHead || text == TEXT_BETWEEN || afterTotal) {
        group++;
        ended = false;
      }
      if (label == LineLabel.TOTAL) ended = true;
      groups[i] = group;
    }
    return groups;
  }
}

package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.present.PacketView.Column;
import dev.countersign.packet.bid.present.PacketView.Row;
import dev.countersign.packet.bid.present.PacketView.Section;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;

/// The packet cut for paper: tables of at most so many bidders as a sheet is wide.
@RegisterForReflection
public record PrintView(PacketView packet, List<Sheet> sheets) {
  private static final int BIDDERS_A_SHEET = 6;

  /// @param range "bids 1 to 6 of 12"; empty when all are on this sheet
  @RegisterForReflection
  public record Sheet(
      String range, List<Column> columns, List<Section> sections, List<Row> terms) {}

  static PrintView of(PacketView packet) {
    List<Sheet> sheets = new ArrayList<>();
    int bids = packet.columns().size();
    int count = Math.max(1, Math.ceilDiv(bids, BIDDERS_A_SHEET));
    int width = Math.max(1, Math.ceilDiv(bids, count));
    for (int from = 0; from < Math.max(1, bids); from += width) {
      sheets.add(sheet(packet, from, Math.min(bids, from + width)));
    }
    return new PrintView(packet, sheets);
  }

  private static Sheet sheet(PacketView packet, int from, int to) {
    int bids = packet.columns().size();
    String range = to - from == bids ? "" : "bids %d to %d of %d".formatted(from + 1, to, bids);
    List<Section> sections =
        packet.sections().stream()
            .map(s -> new Section(s.key(), s.name(), cut(s.rows(), from, to)))
            .toList();
    return new Sheet(
        range, packet.columns().subList(from, to), sections, cut(packet.terms(), from, to));
  }

  private static List<Row> cut(List<Row> rows, int from, int to) {
    return rows.stream()
        .map(row -> new Row(row.id(), row.what(), row.asked(), row.cells().subList(from, to)))
        .toList();
  }
}

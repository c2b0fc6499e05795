package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Comparison;
import dev.countersign.workflow.Artifact;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Draws a comparison as the packet's files. Equal comparisons give equal bytes: nothing here looks
/// at a clock.
@ApplicationScoped
public class DrawPacket {
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Templates templates = new Templates();

  /// @return `comparison.html` for the reviewer, `comparison.pdf` for clients, `comparison.xlsx`
  ///   for estimators, `comparison.json` for programs
  public List<Artifact> draw(Comparison comparison) {
    PacketView view = ViewOf.comparison(comparison);
    byte[] page = templates.page(view).getBytes(StandardCharsets.UTF_8);
    String print = templates.print(PrintView.of(view));
    return List.of(
        new Artifact("comparison.html", "text/html; charset=utf-8", page),
        new Artifact("comparison.pdf", "application/pdf", ComparisonPdf.of(print, view.title())),
        new Artifact("comparison.xlsx", SHEET, ComparisonXlsx.of(comparison)),
        new Artifact("comparison.json", "application/json", ComparisonJson.of(comparison)));
  }
}

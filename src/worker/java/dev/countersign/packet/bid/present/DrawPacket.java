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
  private final Templates templates = new Templates();

  /// @return `comparison.html`, `comparison.json`
  public List<Artifact> draw(Comparison comparison) {
    String page = templates.page(ViewOf.comparison(comparison));
    return List.of(
        new Artifact(
            "comparison.html", "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8)),
        new Artifact("comparison.json", "application/json", ComparisonJson.of(comparison)));
  }
}

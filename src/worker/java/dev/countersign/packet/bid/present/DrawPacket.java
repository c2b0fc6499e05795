package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Comparison;
import dev.countersign.workflow.Artifact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Draws a comparison as the packet's files. Equal comparisons give equal bytes: nothing here looks
/// at a clock.
@ApplicationScoped
public class DrawPacket {
  /// @return `comparison.json`
  public List<Artifact> draw(Comparison comparison) {
    return List.of(
        new Artifact("comparison.json", "application/json", ComparisonJson.of(comparison)));
  }
}

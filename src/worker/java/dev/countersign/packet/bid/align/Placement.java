package dev.countersign.packet.bid.align;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// To which items a line of a bid belongs.
///
/// @param bid the bid's source id
/// @param line its number in the bid
/// @param items the items' ids; none, when it belongs to no item
@RegisterForReflection
public record Placement(String bid, int line, List<String> items) {
  public Placement {
    items = List.copyOf(items);
  }
}

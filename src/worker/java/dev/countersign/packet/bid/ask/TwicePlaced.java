package dev.countersign.packet.bid.ask;

import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.align.Placement;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the lines of a bid belong, as far as the words settle it between the rules and a model.
///
/// @param moved the lines that belong elsewhere than the rules had them
/// @param flags what was moved, and what is not settled
/// @param fault why no model was heard, by a stable name; null when one was
@RegisterForReflection
public record TwicePlaced(List<Placement> moved, List<Flag> flags, @Nullable String fault) {
  public TwicePlaced {
    moved = List.copyOf(moved);
    flags = List.copyOf(flags);
  }
}

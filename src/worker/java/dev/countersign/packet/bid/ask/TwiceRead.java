package dev.countersign.packet.bid.ask;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bid as both read it, as far as the page settles it.
///
/// @param flags where it does not
/// @param fault why no model read it, by a stable name; null when one did
@RegisterForReflection
public record TwiceRead(Bid bid, List<Flag> flags, @Nullable String fault) {
  public TwiceRead {
    flags = List.copyOf(flags);
  }
}

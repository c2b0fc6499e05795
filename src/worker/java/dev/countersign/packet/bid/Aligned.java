package dev.countersign.packet.bid;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How bids were lined up, as it is stored: an [Alignment], and what a model said to it.
///
/// @param reading null where no model was asked
@RegisterForReflection
record Aligned(
    List<Alignment.Row> rows, List<Alignment.Unplaced> unplaced, @Nullable SecondReading reading) {
  Aligned {
    rows = List.copyOf(rows);
    unplaced = List.copyOf(unplaced);
  }

  static Aligned of(Alignment alignment, @Nullable SecondReading reading) {
    return new Aligned(alignment.rows(), alignment.unplaced(), reading);
  }

  Alignment alignment() {
    return new Alignment(rows, unplaced);
  }
}

package dev.countersign.packet.bid.tell;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Narrative;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that the comparison says, under a short name.
///
/// @param id "F12"
/// @param bid the source id of the bid that it is about; null when about several
record Fact(String id, Kind kind, @Nullable String bid, String text, List<Citation> citations) {
  Fact {
    citations = List.copyOf(citations);
  }

  enum Kind {
    /// Who is lowest, or what a total is.
    RANK,
    FLAG,
    TERM,
    PRICE
  }

  Narrative.Ground ground() {
    return new Narrative.Ground(text, citations);
  }
}

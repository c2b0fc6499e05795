package dev.countersign.packet.bid.ask;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Stated;
import java.math.BigDecimal;

/// A figure of a model that stands, as it is given, in a quote that was found on its page.
record Claim(String description, BigDecimal amount, Citation citation) {
  Stated<BigDecimal> stated() {
    return new Stated<>(amount, citation);
  }
}

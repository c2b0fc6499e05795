package dev.countersign.packet.bid.extract;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Stated;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The total written out in words.
final class TotalInWords {
  private TotalInWords() {}

  static @Nullable Stated<BigDecimal> read(
      String source, String document, List<Passage> passages, List<Headings.Placed> rows) {
    for (Passage p : passages) {
      if (p.section() == Section.ATTACHMENT
          || p.section() == Section.CONDITIONS
          || p.section() == Section.ALTERNATES) continue;
      Optional<AmountInWords.Found> found = AmountInWords.sum(p.text());
      if (found.isPresent())
        return new Stated<>(
            found.get().value(), new Citation(source, document, p.page(), p.quote()));
    }
    for (Headings.Placed placed : rows) {
      if (placed.section() != Section.PRICES) continue;
      Row row = placed.row();
      Optional<AmountInWords.Found> found = AmountInWords.sum(row.plain());
      if (found.isPresent())
        return new Stated<>(
            found.get().value(), new Citation(source, document, row.page(), row.plain()));
    }
    return null;
  }
}

package dev.countersign.packet.bid.ask;

import dev.countersign.model.Meaning;
import dev.countersign.model.tools.Quoted;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The prices of a bid as a model reads them: claims, until their quotes were found again.
@RegisterForReflection
record BidSaid(
    @Meaning("Every line that has a price, in the document's order; no subtotal, tax or total")
        List<FigureSaid> lines,
    @Meaning("What the lines add up to before tax, as stated; null when it is not stated")
        @Nullable FigureSaid subtotal,
    @Meaning("A separate tax, as stated; null when there is none") @Nullable FigureSaid tax,
    @Meaning("The total that the bid states; null when it states none")
        @Nullable FigureSaid total) {
  BidSaid {
    lines = List.copyOf(lines);
  }

  /// All that it says.
  Stream<FigureSaid> figures() {
    return Stream.concat(
        lines.stream(),
        Stream.<@Nullable FigureSaid>of(subtotal, tax, total).flatMap(Stream::ofNullable));
  }

  @RegisterForReflection
  record FigureSaid(
      @Meaning("What is priced, in the document's words") String description,
      @Meaning("The amount; a deduct is negative") BigDecimal amount,
      @Meaning("Where it stands; the quote holds the amount as it is written") Quoted quote) {}
}

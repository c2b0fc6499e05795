package dev.countersign.packet.bid.ask;

import dev.countersign.model.tools.Cited;
import dev.countersign.model.tools.Library;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.cite.Figures;
import dev.countersign.packet.cite.Orders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of a model's reading stands where it says.
///
/// @param refused how many of its figures do not; they are nowhere else
record Claims(
    List<Claim> lines,
    @Nullable Claim subtotal,
    @Nullable Claim tax,
    @Nullable Claim total,
    int refused) {
  Claims {
    lines = List.copyOf(lines);
  }

  static Claims of(BidSaid said, Library library) {
    var search = new Search(library);
    var lines = said.lines().stream().flatMap(line -> search.found(line).stream()).toList();
    var subtotal = search.found(said.subtotal()).orElse(null);
    var tax = search.found(said.tax()).orElse(null);
    var total = search.found(said.total()).orElse(null);
    return new Claims(lines, subtotal, tax, total, search.refused);
  }

  /// Looks each figure up again.
  private static final class Search {
    private final Library library;
    private final Orders orders;
    private int refused;

    Search(Library library) {
      this.library = library;
      this.orders = Orders.in(library);
    }

    Optional<Claim> found(BidSaid.@Nullable FigureSaid said) {
      if (said == null) return Optional.empty();
      var claim =
          library
              .cited(said.quote())
              .filter(cited -> Figures.hold(cited.quote(), said.amount()))
              .filter(cited -> !orders.hold(cited))
              .map(cited -> claim(said.description(), said.amount(), cited));
      if (claim.isEmpty()) refused++;
      return claim;
    }

    private static Claim claim(String description, BigDecimal amount, Cited cited) {
      return new Claim(
          description,
          amount,
          new Citation(cited.source(), cited.document(), cited.page(), cited.quote()));
    }
  }
}

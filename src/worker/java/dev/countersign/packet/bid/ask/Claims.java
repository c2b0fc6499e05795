package dev.countersign.packet.bid.ask;

import dev.countersign.model.tools.Cited;
import dev.countersign.model.tools.Library;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.cite.Figures;
import dev.countersign.source.Document;
import dev.countersign.source.FindInstructions;
import dev.countersign.source.Instruction;
import dev.countersign.source.QuoteFinder;
import java.math.BigDecimal;
import java.util.ArrayList;
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
    private final List<Instruction> instructions = new ArrayList<>();
    private int refused;

    Search(Library library) {
      this.library = library;
      for (var entry : library.entries())
        instructions.addAll(FindInstructions.in(entry.document()));
    }

    Optional<Claim> found(BidSaid.@Nullable FigureSaid said) {
      if (said == null) return Optional.empty();
      var claim =
          library
              .cited(said.quote())
              .filter(cited -> !FindInstructions.tells(cited.quote()))
              .filter(cited -> Figures.hold(cited.quote(), said.amount()))
              .filter(cited -> !onlyInstructs(cited))
              .map(cited -> claim(said.description(), said.amount(), cited));
      if (claim.isEmpty()) refused++;
      return claim;
    }

    /// Whether it stands nowhere but in words that try to instruct.
    private boolean onlyInstructs(Cited cited) {
      var quote = QuoteFinder.normalized(cited.quote());
      long instructing =
          instructions.stream()
              .filter(one -> one.page() == cited.page() && one.source().equals(cited.source()))
              .mapToLong(one -> times(quote, one.quote()))
              .sum();
      return instructing > 0 && times(quote, text(cited)) <= instructing;
    }

    private String text(Cited cited) {
      return library.entries().stream()
          .map(Library.Entry::document)
          .filter(document -> document.id().equals(cited.source()))
          .map(document -> page(document, cited.page()))
          .findFirst()
          .orElse("");
    }

    private static String page(Document document, int number) {
      return document.pages().stream()
          .filter(page -> page.number() == number)
          .map(page -> page.text())
          .findFirst()
          .orElse("");
    }

    private static long times(String quote, String text) {
      var in = QuoteFinder.normalized(text);
      long times = 0;
      for (int at = in.indexOf(quote); at >= 0; at = in.indexOf(quote, at + 1)) times++;
      return times;
    }

    private static Claim claim(String description, BigDecimal amount, Cited cited) {
      return new Claim(
          description,
          amount,
          new Citation(cited.source(), cited.document(), cited.page(), cited.quote()));
    }
  }
}

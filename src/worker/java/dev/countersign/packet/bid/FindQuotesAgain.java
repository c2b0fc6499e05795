package dev.countersign.packet.bid;

import dev.countersign.source.Document;
import dev.countersign.source.Gap;
import dev.countersign.source.Page;
import dev.countersign.source.QuoteFinder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks every quote of a packet up again in the stored text of the page that it cites.
final class FindQuotesAgain {
  private static final Comparator<Citation> ORDER =
      Comparator.comparing(Citation::source)
          .thenComparingInt(Citation::page)
          .thenComparing(Citation::quote);

  private final Map<String, QuoteFinder> finders;

  private FindQuotesAgain(Map<String, QuoteFinder> finders) {
    this.finders = finders;
  }

  static FindQuotesAgain in(List<Document> documents) {
    var finders = new HashMap<String, QuoteFinder>();
    for (var document : documents)
      for (Page page : document.pages())
        finders.put(place(document.id(), page.number()), QuoteFinder.on(page));
    return new FindQuotesAgain(finders);
  }

  /// @param citations how many there are, each place counted once
  /// @param unsupported those whose quote is not on its page
  @RegisterForReflection
  record Verified(int citations, List<Citation> unsupported) {
    Verified {
      unsupported = List.copyOf(unsupported);
    }

    /// The packet with what is unsupported said among what was not read.
    Comparison marked(Comparison comparison) {
      return new Comparison(
          comparison.schema(),
          comparison.title(),
          comparison.revision(),
          comparison.reviewerComment(),
          comparison.scope(),
          comparison.bids(),
          comparison.alignment(),
          comparison.flags(),
          comparison.inputs().stream().map(this::marked).toList(),
          comparison.standings(),
          comparison.narrative());
    }

    private Comparison.Input marked(Comparison.Input input) {
      var gaps =
          unsupported.stream()
              .filter(citation -> citation.source().equals(input.source()))
              .map(Verified::gap);
      return new Comparison.Input(
          input.source(),
          input.document(),
          input.sha256(),
          input.mediaType(),
          input.pages(),
          input.role(),
          input.why(),
          Stream.concat(input.gaps().stream(), gaps).toList());
    }

    private static Gap gap(Citation citation) {
      return new Gap(
          "unsupported",
          "page " + citation.page(),
          "Unsupported: \"%s\" was not found again on page %d of %s; check it by hand."
              .formatted(citation.quote(), citation.page(), citation.document()));
    }
  }

  Verified all(Comparison comparison) {
    var citations = citations(comparison).collect(Collectors.toSet());
    return new Verified(
        citations.size(), citations.stream().filter(c -> !found(c)).sorted(ORDER).toList());
  }

  private boolean found(Citation citation) {
    var finder = finders.get(place(citation.source(), citation.page()));
    if (citation.quote().equals(citation.document())) return true; // of the file's name
    return finder != null
        && (finder.finds(citation.quote()) || finder.findsHidden(citation.quote()));
  }

  private static Stream<Citation> citations(Comparison comparison) {
    return Stream.of(
            comparison.bids().stream().flatMap(FindQuotesAgain::of),
            scope(comparison.scope()),
            narrative(comparison.narrative()),
            comparison.flags().stream()
                .flatMap(flag -> Stream.<@Nullable Citation>of(flag.citation(), flag.also()))
                .filter(Objects::nonNull),
            comparison.alignment().rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.mentions().stream()))
        .flatMap(citations -> citations);
  }

  private static Stream<Citation> of(Bid bid) {
    var stated =
        Stream.<@Nullable Stated<?>>of(
                bid.bidder(),
                bid.date(),
                bid.subtotal(),
                bid.tax(),
                bid.total(),
                bid.totalInWords(),
                bid.validUntil(),
                bid.schedule(),
                bid.leadTime(),
                bid.bond(),
                bid.addenda(),
                bid.payment())
            .filter(Objects::nonNull)
            .map(Stated::citation);
    return Stream.of(
            stated,
            bid.lines().stream().map(PricedLine::citation),
            bid.clauses().stream().map(Clause::citation))
        .flatMap(citations -> citations);
  }

  private static Stream<Citation> scope(@Nullable ScopeOfWork scope) {
    if (scope == null) return Stream.empty();
    var date = scope.awardDate();
    return Stream.of(
            scope.items().stream().map(ScopeOfWork.Item::citation),
            scope.requirements().stream().map(ScopeOfWork.Requirement::citation),
            date == null ? Stream.<Citation>empty() : Stream.of(date.citation()))
        .flatMap(citations -> citations);
  }

  private static Stream<Citation> narrative(@Nullable Narrative narrative) {
    return narrative == null
        ? Stream.empty()
        : narrative.sentences().stream()
            .flatMap(sentence -> sentence.grounds().stream())
            .flatMap(ground -> ground.citations().stream());
  }

  private static String place(String source, int page) {
    return source + "#" + page;
  }
}

package dev.countersign.verify;

import dev.countersign.source.Document;
import dev.countersign.source.Page;
import dev.countersign.source.QuoteFinder;
import dev.countersign.source.ReadDocument;
import dev.countersign.source.ReadLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks for the receipt's quotes on the pages of the documents beside it. One that is not found is
/// worth a look, and no sign of a change: documents and quotes have hashes of their own.
final class CheckQuotes {
  private final ReadDocument reader = new ReadDocument(ReadLimits.DEFAULT);
  private final Report report;

  CheckQuotes(Report report) {
    this.report = report;
  }

  /// @param documents unchanged ones, by the ids of their sources
  void check(ReceiptFile receipt, Map<String, Path> documents) {
    if (documents.isEmpty() || receipt.section("citations").isEmpty()) return;
    var finders = new HashMap<String, QuoteFinder>();
    documents.forEach((id, file) -> pages(id, file, finders));
    int found = 0;
    List<String> lost = new ArrayList<>();
    for (var citation : receipt.section("citations")) {
      var source = citation.path("source").asText();
      if (!documents.containsKey(source)) continue;
      var quote = citation.path("quote").asText();
      var finder = finders.get(place(source, citation.path("page").asInt()));
      if (finder != null && (finder.finds(quote) || finder.findsHidden(quote))) found++;
      else lost.add("\"%s\" (page %s)".formatted(quote, citation.path("page")));
    }
    report.ok("quotes", "%d found again on their pages".formatted(found));
    if (!lost.isEmpty()) report.note("quotes", "not found again: " + String.join("; ", lost));
  }

  private void pages(String id, Path file, Map<String, QuoteFinder> finders) {
    Document document = reader.read(id, file.getFileName().toString(), file);
    for (Page page : document.pages()) finders.put(place(id, page.number()), QuoteFinder.on(page));
  }

  private static String place(String source, int page) {
    return source + "#" + page;
  }
}

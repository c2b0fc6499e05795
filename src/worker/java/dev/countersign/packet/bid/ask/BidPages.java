package dev.countersign.packet.bid.ask;

import dev.countersign.model.tools.Library;
import dev.countersign.source.Page;
import dev.countersign.workflow.ModelTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The pages of a bid that a model is shown: all, or where there is no room for all those with the
/// most amounts, in the document's order.
///
/// @param leftOut the numbers of the pages with text for which there was no room
record BidPages(List<Library.Place> shown, List<Integer> leftOut) {
  static final int MOST_CHARS = 60_000;

  /// Figures as amounts are written: with decimals or in groups.
  private static final Pattern AMOUNT = Pattern.compile("\\d[.,'’ ]\\d{2,3}(?!\\d)");

  static BidPages of(Library.Entry entry) {
    var pages = entry.document().pages().stream().filter(page -> !page.text().isBlank()).toList();
    var shown = new ArrayList<Page>();
    int left = MOST_CHARS;
    for (Page page :
        pages.stream().sorted(Comparator.comparingLong(BidPages::amounts).reversed()).toList())
      if (page.text().length() <= left) {
        shown.add(page);
        left -= page.text().length();
      }
    return new BidPages(
        pages.stream().filter(shown::contains).map(page -> new Library.Place(entry, page)).toList(),
        pages.stream().filter(page -> !shown.contains(page)).map(Page::number).toList());
  }

  private static long amounts(Page page) {
    return AMOUNT.matcher(page.text()).results().count();
  }

  List<ModelTask.Document> documents() {
    return shown.stream()
        .map(place -> new ModelTask.Document(place.label(), place.page().text()))
        .toList();
  }
}

package dev.countersign.packet.answer;

import dev.countersign.model.tools.Library;
import dev.countersign.source.Page;
import dev.countersign.workflow.Answer.Place;
import dev.countersign.workflow.Answer.Searched;
import dev.countersign.workflow.ModelTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The pages that a model is shown: all, or those with the best passages first, as far as there is
/// room.
///
/// @param all whether none with text was left out
record PagesToAsk(List<Library.Place> pages, boolean all) {
  private static final int MOST_CHARS = 60_000;

  static PagesToAsk of(Library library, Found found) {
    var pages = new ArrayList<Library.Place>();
    int left = MOST_CHARS;
    boolean all = true;
    for (var page : ranked(library, found)) {
      int size = page.page().text().length();
      if (size > left) all = false;
      else {
        pages.add(page);
        left -= size;
      }
    }
    return new PagesToAsk(pages, all);
  }

  private static List<Library.Place> ranked(Library library, Found found) {
    var all = new ArrayList<Library.Place>();
    for (var entry : library.entries())
      for (Page page : entry.document().pages())
        if (!page.text().isBlank()) all.add(new Library.Place(entry, page));
    all.sort(Comparator.comparingInt(page -> rank(page, found.passages())));
    return all;
  }

  private static int rank(Library.Place page, List<Place> passages) {
    for (int i = 0; i < passages.size(); i++)
      if (passages.get(i).source().equals(page.entry().document().id())
          && passages.get(i).page() == page.page().number()) return i;
    return passages.size();
  }

  List<ModelTask.Document> documents() {
    return pages.stream()
        .map(page -> new ModelTask.Document(page.label(), page.page().text()))
        .toList();
  }

  List<Searched> searched() {
    return pages.stream()
        .map(Library.Place::entry)
        .distinct()
        .map(entry ->
            new Searched(
                entry.document().id(),
                entry.document().name(),
                pages.stream()
                    .filter(page -> page.entry().equals(entry))
                    .map(page -> page.page().number())
                    .sorted()
                    .toList()))
        .toList();
  }
}

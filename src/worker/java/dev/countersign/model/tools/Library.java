package dev.countersign.model.tools;

import dev.countersign.model.tools.ToolAnswer.Fault;
import dev.countersign.source.Document;
import dev.countersign.source.Page;
import dev.countersign.source.QuoteFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The documents that one agent may see. They are found by the short names that it was given (`S1`,
/// `S2`) and by nothing else: no name is ever a path. Made for one try of a step; not for several
/// threads.
public final class Library implements AutoCloseable {
  private final List<Entry> entries;
  private @Nullable PassageIndex index;

  private Library(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /// In this order they are `S1`, `S2` and so on.
  public static Library of(List<Document> documents) {
    var entries = new ArrayList<Entry>();
    for (var document : documents) entries.add(new Entry("S" + (entries.size() + 1), document));
    return new Library(entries);
  }

  /// A document and its short name.
  public record Entry(String name, Document document) {}

  /// A page of one of the documents.
  public record Place(Entry entry, Page page) {
    public Cited cite(String quote) {
      var document = entry.document();
      return new Cited(document.id(), document.name(), page.number(), quote);
    }

    /// How the model knows it.
    public String label() {
      return "%s page %d".formatted(entry.name(), page.number());
    }
  }

  public List<Entry> entries() {
    return entries;
  }

  public Optional<Entry> find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  public Optional<Place> find(String name, int page) {
    return find(name)
        .flatMap(entry ->
            entry.document().pages().stream()
                .filter(one -> one.number() == page)
                .findFirst()
                .map(one -> new Place(entry, one)));
  }

  /// The passage, when it really stands there for a person to see.
  public Optional<Cited> cited(Quoted claim) {
    return find(claim.source(), claim.page())
        .filter(place -> QuoteFinder.on(place.page()).finds(claim.quote()))
        .map(place -> place.cite(claim.quote()));
  }

  /// What is done on a page, or why there is no such page.
  public ToolAnswer on(String name, int page, Function<Place, ToolAnswer> use) {
    var entry = find(name);
    if (entry.isEmpty())
      return ToolAnswer.refused(
          Fault.UNKNOWN_SOURCE, "There is no such source; list_sources tells which there are.");
    return find(name, page)
        .map(use)
        .orElseGet(() ->
            ToolAnswer.refused(
                Fault.NO_SUCH_PAGE,
                "%s has no page %d; it has %d."
                    .formatted(name, page, entry.get().document().pages().size())));
  }

  /// Made when it is first asked for.
  synchronized PassageIndex index() {
    if (index == null) index = PassageIndex.of(this);
    return index;
  }

  @Override
  public synchronized void close() {
    if (index != null) index.close();
  }
}

package dev.countersign.packet.bid.scope;

import dev.countersign.packet.bid.ScopeOfWork;
import dev.countersign.source.Document;
import dev.countersign.source.Page;
import java.util.ArrayList;
import java.util.List;

/// Reads what a scope asks for: its items, the conditions it sets, the addenda it names and the
/// date of award. Knows tables and numbered lists in any format that becomes pages.
public final class ReadScope {
  public ScopeOfWork read(Document document) {
    var reading = new ScopeReading(document);
    ScopeRows.of(document).forEach(reading::take);
    var requirements = reading.requirements();
    var texts = new ArrayList<Passage>();
    requirements.forEach(one -> texts.add(new Passage(one.text(), one.citation().page())));
    document.pages().forEach(page -> texts.addAll(passages(page)));
    return new ScopeOfWork(
        document.id(),
        document.name(),
        reading.items(),
        requirements,
        AddendaIssued.in(texts),
        AwardDate.in(document, texts).orElse(null),
        document.pages().stream().map(Page::number).toList());
  }

  /// A run of text of one page.
  record Passage(String text, int page) {}

  private static List<Passage> passages(Page page) {
    return page.text()
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> new Passage(line.replace('\t', ' '), page.number()))
        .toList();
  }
}

package dev.countersign.packet.bid.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives each row the section it stands in.
final class Headings {
  private static final int MOST_WORDS = 10;

  private final Figures figures;

  Headings(Figures figures) {
    this.figures = figures;
  }

  /// A row with its section.
  ///
  /// @param heading whether the row is itself a heading
  record Placed(Row row, Section section, boolean heading) {}

  List<Placed> place(List<Row> rows) {
    List<Placed> placed = new ArrayList<>();
    Section section = Section.PRICES;
    boolean attached = false;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (i > 0 && !attached && isSideBar(rows.get(i - 1), row)) section = Section.PRICES;
      boolean heading = looksLikeHeading(row, i + 1 < rows.size() ? rows.get(i + 1) : null);
      Section opened = heading ? Section.openedBy(row.plain()) : null;
      if (opened != null && opened.isText() && section == Section.PRICES && pricedSoon(rows, i)) {
        opened = null;
      }
      if (opened != null && (!attached || (opened == Section.PRICES && row.bold()))) {
        section = opened;
        attached = opened == Section.ATTACHMENT && isAppendix(row);
      }
      placed.add(new Placed(row, section, heading));
    }
    return placed;
  }

  /// A side bar does not go on with the part that the column before it ended in.
  private static boolean isSideBar(Row last, Row row) {
    boolean beside =
        last.page() == row.page() && last.region() != row.region() && row.y() < last.y();
    return beside && Math.abs(last.fontSize() - row.fontSize()) > 0.5f;
  }

  /// A trade of the schedule may be called as the parts of a bid are ("General conditions").
  private boolean pricedSoon(List<Row> rows, int heading) {
    for (int i = heading + 1; i < Math.min(rows.size(), heading + 3); i++) {
      List<Figure> found = figures.in(rows.get(i).text());
      if (rows.get(i).cells().size() > 1 && !found.isEmpty() && found.getLast().money())
        return true;
    }
    return false;
  }

  /// An appendix goes on to the end; a list of rates within a bid ends at the next heading.
  private static boolean isAppendix(Row row) {
    return row.plain()
        .toLowerCase(java.util.Locale.ROOT)
        .matches("\\W*(?:attachment|appendix|exhibit|annex|enclosure)\\b.*");
  }

  private boolean looksLikeHeading(Row row, @Nullable Row next) {
    String text = row.plain().strip();
    if (row.single() && isAppendix(row) && !text.endsWith(".") && text.length() < 90) return true;
    if (!row.single() || text.split("\\s+").length > MOST_WORDS) return false;
    if (!text.isEmpty() && Character.isLowerCase(text.charAt(0))) return false;
    if (text.matches(".*[;%].*|.*[ ,](?:if|and|or|of|the|to|for|with|in|a|is|are)$|.*,$"))
      return false;
    if (figures.in(text).stream().anyMatch(Figure::money)) return false;
    if (row.bold() || text.endsWith(":") || isUpperCase(text)) return true;
    boolean larger =
        next != null && row.fontSize() > 1.1f * next.fontSize() && next.page() == row.page();
    return larger || (!text.matches(".*[.;,]$") && text.split("\\s+").length <= 6);
  }

  private static boolean isUpperCase(String text) {
    return text.chars().anyMatch(Character::isLetter)
        && text.chars().noneMatch(Character::isLowerCase);
  }
}

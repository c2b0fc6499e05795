package dev.countersign.packet.bid.scope;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.ScopeOfWork;
import dev.countersign.source.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A scope as it is read row by row: headings say what follows, rows are items or conditions, and a
/// line without a number goes on where the one before it ended.
final class ScopeReading {
  private enum Part {
    ITEMS,
    REQUIREMENTS,
    SKIPPED
  }

  private static final Pattern HEADS_REQUIREMENTS =
      Pattern.compile(
          "(?i)^(?:[\\dA-Z]{1,3}(?:\\.\\d+)*[.)]?\\s+)?(?:section [\\d ]+:? ?)?(?:bid(?:ding|ders?)? )?(?:general |special |bid |project |contract |submission )*(?:requirements?|conditions?|instructions?(?: to bidders)?|terms?|bidding|notes?|submittals?|alternates?|options|addenda|key dates|schedule and award)(?: (?:for|of|to|and) .{0,40})?:?$");
  private static final Pattern HEADS_ITEMS =
      Pattern.compile(
          "(?i)^(?:[\\dA-Z]{1,3}(?:\\.\\d+)*[.)]?\\s+)?(?:the )?(?:scope(?: of work| items)?|work items?|bid (?:items?|schedule|form)|schedule of (?:items|work|values|quantities|unit prices|prices)|bill of quantities|items(?: of work)?|allowances?|base bid)(?: .{0,40})?:?$");
  private static final Pattern ALTERNATE =
      Pattern.compile(
          "(?i)^(?:add(?:itive)?|deduct(?:ive)?)? ?(?:bid )?(?:alternates?|alternative|alt\\.?|option)\\b.*");
  private static final Pattern REQUIRES =
      Pattern.compile(
          "(?i)\\b(?:bids?|bidders?|offers?|proposals?|tenders?|award\\w*|addend\\w+|acknowledge|alternates?|bonds?|valid\\w*|prevailing|wages|tax(?:es)?|insurance|shall|must|finished by|liquidated|retainage|working hours|prices? in|complet(?:e|ed|ion) (?:by|within|in|no later)|warranty of|submitted?|required?|site visit|owner (?:will|may))\\b");
  private static final Pattern REQUIRES_SURELY =
      Pattern.compile(
          "(?i)\\b(?:acknowledge|shall|must|award|remain valid|be valid|bid bond|bids? (?:are |is )?due|price every|alternate (?:no\\. ?)?\\w{1,2}:|liquidated|prevailing wages?)\\b");
  private static final Pattern SKIPPED_SHEET =
      Pattern.compile(
          "(?i)\\(hidden\\)$|\\b(?:superseded|void|obsolete|old|archive|lists?|lookup)\\b");
  private static final Pattern REQUIREMENT_SHEET =
      Pattern.compile(
          "(?i)\\b(?:requirements?|conditions?|instructions?|read ?me|terms|bidding|cover|notes|info\\w*|dates|general)\\b");

  private final Document document;
  private final List<ScopeOfWork.Item> items = new ArrayList<>();
  private final List<ScopeOfWork.Requirement> requirements = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private Optional<ScopeHeader> header = Optional.empty();
  private Part part = Part.ITEMS;
  private String place = "";
  private @Nullable ScopeRow before;
  private @Nullable ScopeRow loose;
  private boolean beforeWasItem;

  ScopeReading(Document document) {
    this.document = document;
  }

  /// Where most items have a quantity, numbered sentences without one are none.
  List<ScopeOfWork.Item> items() {
    long measured = items.stream().filter(item -> item.quantity() != null).count();
    if (measured * 2 < items.size()) return List.copyOf(items);
    return items.stream()
        .filter(item -> item.unit() != null || item.quantity() != null || !isProse(item))
        .toList();
  }

  private static boolean isProse(ScopeOfWork.Item item) {
    return item.allowance() == null && item.description().matches("(?s).*\\w{3,}\\.(?:\\s.*)?");
  }

  List<ScopeOfWork.Requirement> requirements() {
    return List.copyOf(requirements);
  }

  void take(ScopeRow row) {
    begin(row);
    if (part == Part.SKIPPED || row.text().isBlank()) return;
    var heading = ScopeHeader.of(row);
    if (heading.isPresent()) {
      header = heading;
      part = heading.get().isOfRequirements() ? Part.REQUIREMENTS : Part.ITEMS;
      before = null;
    } else if (!takeHeading(row) && !takeContinuation(row)) {
      takeLine(row, ScopeLine.of(row, header));
    }
  }

  /// A new sheet is read afresh; its name may say what it holds.
  private void begin(ScopeRow row) {
    var here = row.section().isEmpty() ? "" : row.page() + row.section();
    if (here.equals(place)) return;
    place = here;
    header = Optional.empty();
    before = null;
    if (SKIPPED_SHEET.matcher(row.section()).find()) part = Part.SKIPPED;
    else part = REQUIREMENT_SHEET.matcher(row.section()).find() ? Part.REQUIREMENTS : Part.ITEMS;
  }

  private boolean takeHeading(ScopeRow row) {
    var text = row.text();
    if (row.filled() > 2 || text.length() > 70) return false;
    boolean requires = HEADS_REQUIREMENTS.matcher(text).matches();
    if (!requires && !HEADS_ITEMS.matcher(text).matches()) return false;
    if (requires && text.matches("(?i).*\\d+\\s*[A-Z]{2}$")) return false;
    part = requires ? Part.REQUIREMENTS : Part.ITEMS;
    if (requires) header = Optional.empty();
    before = null;
    return true;
  }

  /// A line of text that goes on where the row before it stopped, close below and not to its left.
  private boolean takeContinuation(ScopeRow row) {
    var last = before;
    if (row.height() > 0 && row.filled() == 1) loose = row.below(loose);
    if (last == null || row.height() == 0 || row.page() != last.page() || row.filled() != 1)
      return false;
    boolean close = row.top() - last.top() < 1.9f * row.height() + 2 && row.top() > last.top();
    boolean startsAnew = row.text().matches("(?s)^(?:" + ScopeLine.ID + "|[•‣▪*–-])\\s+.*");
    if (!close || startsAnew || row.left() < last.left() + (beforeWasItem ? 4 : -2)) return false;
    if (ScopeLine.of(row, Optional.empty()).measured()) return false;
    append(row.text());
    before =
        row.left() > last.left()
            ? new ScopeRow(
                row.page(), row.section(), row.cells(), last.left(), row.top(), row.height())
            : row;
    return true;
  }

  private void append(String text) {
    if (beforeWasItem) {
      var item = items.removeLast();
      items.add(item.describedAs(item.description() + " " + text));
    } else {
      var last = requirements.removeLast();
      var citation = last.citation();
      requirements.add(
          new ScopeOfWork.Requirement(
              last.id(),
              last.text() + " " + text,
              cite(citation.page(), citation.quote() + " " + text)));
    }
  }

  private void takeLine(ScopeRow row, ScopeLine line) {
    before = null;
    if (line.description().isBlank()) return;
    boolean alternate =
        ALTERNATE.matcher(line.description()).matches() || line.id().matches("(?i)alt.*");
    if (line.measured() && !alternate) addItem(row, line);
    else if (isRequirement(row, line, alternate)) addRequirement(row, line);
    else if (isUnmeasuredItem(line)) addItem(row, line);
  }

  private boolean isRequirement(ScopeRow row, ScopeLine line, boolean alternate) {
    boolean numbered = !line.id().isEmpty() || row.text().matches("^[•‣▪*–-]\\s.*");
    boolean title = line.description().length() < 12 || !line.description().contains(" ");
    if (alternate) return !title || numbered;
    if (part == Part.REQUIREMENTS)
      return !title && (numbered || REQUIRES.matcher(line.description()).find());
    if (REQUIRES_SURELY.matcher(line.description()).find()) return true;
    boolean afterItems = !items.isEmpty() && line.description().split("\\s+", -1).length >= 3;
    return numbered && afterItems && REQUIRES.matcher(line.description()).find();
  }

  /// A numbered thing of a list without quantities; in a table with quantities it is a heading.
  private boolean isUnmeasuredItem(ScopeLine line) {
    if (part != Part.ITEMS || line.id().isEmpty() || line.description().length() > 160)
      return false;
    boolean allMeasured = items.size() >= 3 && items.stream().allMatch(item -> item.unit() != null);
    boolean measuredTable =
        allMeasured || header.filter(one -> one.has(ScopeHeader.Column.QUANTITY)).isPresent();
    return line.allowance() != null || !measuredTable;
  }

  private void addItem(ScopeRow row, ScopeLine read) {
    var line = withTextAbove(row, read);
    loose = null;
    var written = line.id().isEmpty() ? Integer.toString(items.size() + 1) : line.id();
    if (isRepeated(written, line.description())) return;
    var id = ids.contains(written.toLowerCase(Locale.ROOT)) ? unique(written) : written;
    ids.add(id.toLowerCase(Locale.ROOT));
    items.add(
        new ScopeOfWork.Item(
            id,
            line.csi(),
            line.description(),
            line.quantity(),
            line.unit(),
            line.allowance(),
            cite(row.page(), line.description())));
    before = row;
    beforeWasItem = true;
  }

  /// In a cell whose text is higher than its row's other cells, the text begins in the line above:
  /// what goes on in lower case belongs to it, and not to the item before.
  private ScopeLine withTextAbove(ScopeRow row, ScopeLine line) {
    var above = loose;
    if (above == null || above.page() != row.page() || !line.description().matches("(?s)\\p{Ll}.*"))
      return line;
    if (row.top() - above.top() > 1.9f * row.height() + 2) return line;
    if (!items.isEmpty() && items.getLast().description().endsWith(" " + above.text())) {
      var item = items.removeLast();
      var own =
          item.description().substring(0, item.description().length() - above.text().length() - 1);
      items.add(item.describedAs(own));
    }
    return line.describedAs(above.text() + " " + line.description());
  }

  private boolean isRepeated(String id, String description) {
    return items.stream()
        .anyMatch(item -> item.id().equals(id) && item.description().equals(description));
  }

  private String unique(String id) {
    for (char letter = 'b'; ; letter++)
      if (!ids.contains(id.toLowerCase(Locale.ROOT) + letter)) return id + letter;
  }

  private void addRequirement(ScopeRow row, ScopeLine line) {
    var text = line.description() + (line.remarks().isBlank() ? "" : " " + line.remarks());
    var id = line.id().matches(".*[A-Za-z].*\\d.*") ? line.id() : "R" + (requirements.size() + 1);
    requirements.add(new ScopeOfWork.Requirement(id, text, cite(row.page(), line.description())));
    before = row;
    beforeWasItem = false;
  }

  private Citation cite(int page, String quote) {
    return new Citation(document.id(), document.name(), page, quote);
  }
}

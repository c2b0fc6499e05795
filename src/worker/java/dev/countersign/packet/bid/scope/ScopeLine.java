package dev.countersign.packet.bid.scope;

import dev.countersign.packet.bid.align.UnitOfMeasure;
import dev.countersign.packet.bid.scope.ScopeHeader.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a row of a scope says, found by its columns or, without a heading, by what its cells are.
///
/// @param id as written, or empty
/// @param remarks everything else that stands in the row
record ScopeLine(
    String id,
    @Nullable String csi,
    String description,
    @Nullable BigDecimal quantity,
    @Nullable String unit,
    @Nullable BigDecimal allowance,
    String remarks) {
  static final String ID =
      "\\(?[A-Za-z]{0,4}[-.]?\\d{1,4}(?:[.-]\\d{1,3})*[A-Za-z]?[.)]?|\\(?[A-Za-z][.)]";
  private static final Pattern CSI =
      Pattern.compile("\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}(?:\\.\\d{1,2})?|\\d{5}");
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(" + ID + ")\\s+|[•‣▪*–-]\\s+)?(?:(\\d{2} \\d{2} \\d{2}(?:\\.\\d+)?)\\s+)?(.*)$");
  private static final Pattern TAIL =
      Pattern.compile(
          "^(.+?)[\\s,:–—-]+\\(?(?:approx\\.? |about |est\\.? )?(\\d[\\d,.]*)\\s*([A-Za-z][A-Za-z./²³ ]{0,18}?\\d?)\\.?\\)?$");

  /// What is longer is no line of a list.
  private static final int LONGEST = 600;

  ScopeLine describedAs(String words) {
    return new ScopeLine(id, csi, words, quantity, unit, allowance, remarks);
  }

  boolean measured() {
    return quantity != null || unit != null;
  }

  static ScopeLine of(ScopeRow row, Optional<ScopeHeader> header) {
    boolean fits = header.isPresent() && row.left() == 0 && row.cells().size() > 1;
    return fits ? byColumns(row, header.get()) : byContent(row);
  }

  private static ScopeLine byColumns(ScopeRow row, ScopeHeader header) {
    var text =
        header.has(Column.DESCRIPTION)
            ? header.cell(row, Column.DESCRIPTION)
            : header.cell(row, Column.REQUIREMENT);
    var unit = header.cell(row, Column.UNIT);
    var quantity = Numbers.whole(header.cell(row, Column.QUANTITY));
    if (quantity.isEmpty() && !header.has(Column.QUANTITY) && header.has(Column.UNIT)) {
      quantity = onlyNumber(row, header);
    }
    if (quantity.isEmpty() && unit.isEmpty()) {
      var both = TAIL.matcher("x " + header.cell(row, Column.QUANTITY));
      if (both.matches() && UnitOfMeasure.named(both.group(3)).isPresent()) {
        quantity = Numbers.whole(both.group(2));
        unit = both.group(3);
      }
    }
    var csi = header.cell(row, Column.CSI);
    var remarks = header.cell(row, Column.REMARKS);
    var allowance =
        Numbers.money(header.cell(row, Column.ALLOWANCE))
            .or(() -> Numbers.whole(header.cell(row, Column.ALLOWANCE)));
    return new ScopeLine(
            trimmed(header.cell(row, Column.ID)),
            csi.isEmpty() ? null : csi,
            text,
            quantity.orElse(null),
            unit.isEmpty() ? null : unit,
            allowance.orElse(null),
            remarks)
        .withAllowance();
  }

  /// The number beside the unit, where the heading names no column for it.
  private static Optional<BigDecimal> onlyNumber(ScopeRow row, ScopeHeader header) {
    int unitAt = row.cells().indexOf(header.cell(row, Column.UNIT));
    return unitAt < 0 ? Optional.empty() : numberNear(new ArrayList<>(row.cells()), unitAt);
  }

  private static ScopeLine byContent(ScopeRow row) {
    var cells = new ArrayList<>(row.cells().stream().filter(cell -> !cell.isBlank()).toList());
    if (cells.size() == 1) return byText(cells.getFirst());
    var id = cells.getFirst().matches(ID) ? trimmed(cells.removeFirst()) : "";
    var csi = take(cells, cell -> CSI.matcher(cell).matches());
    splitUnitFromRemarks(cells);
    int unitAt = lastUnit(cells);
    String unit = unitAt < 0 ? null : cells.remove(unitAt);
    var quantity = unitAt < 0 ? Optional.<BigDecimal>empty() : numberNear(cells, unitAt);
    var text = longest(cells);
    if (unit == null) {
      var line = byText((id.isEmpty() ? "" : id + " ") + String.join(" ", cells));
      if (line.measured() || id.isEmpty()) return line;
    }
    cells.remove(text);
    var lead = id.isEmpty() ? byText(text) : null;
    return new ScopeLine(
            lead == null ? id : lead.id(),
            csi.orElse(lead == null ? null : lead.csi()),
            lead == null ? text : lead.description(),
            quantity.orElse(null),
            unit,
            null,
            String.join(" ", cells))
        .withAllowance();
  }

  private static Optional<String> take(List<String> cells, Predicate<String> which) {
    var found = cells.stream().filter(which).findFirst();
    found.ifPresent(cells::remove);
    return found;
  }

  /// "ALLOW Carry $800" beside a quantity: two cells that stand close together.
  private static void splitUnitFromRemarks(List<String> cells) {
    if (lastUnit(cells) >= 0) return;
    for (int at = 1; at < cells.size(); at++) {
      var words = cells.get(at).split(" ", 2);
      if (words.length < 2 || Numbers.whole(cells.get(at - 1)).isEmpty()) continue;
      if (UnitOfMeasure.named(words[0]).isEmpty()) continue;
      cells.set(at, words[0]);
      cells.add(at + 1, words[1]);
      return;
    }
  }

  private static int lastUnit(List<String> cells) {
    for (int at = cells.size() - 1; at >= 0; at--) {
      if (UnitOfMeasure.named(cells.get(at)).isPresent()) return at;
    }
    return -1;
  }

  private static Optional<BigDecimal> numberNear(List<String> cells, int unitAt) {
    for (int at : new int[] {unitAt - 1, unitAt}) {
      if (at < 0 || at >= cells.size()) continue;
      var number = Numbers.whole(cells.get(at));
      if (number.isPresent()) {
        cells.remove(at);
        return number;
      }
    }
    return Optional.empty();
  }

  private static String longest(List<String> cells) {
    return cells.stream().reduce("", (one, other) -> other.length() > one.length() ? other : one);
  }

  /// "4. Base and wall cabinets, painted maple - 38 LF"
  private static ScopeLine byText(String text) {
    var lead = LEAD.matcher(text.strip());
    if (text.length() > LONGEST || !lead.matches())
      return new ScopeLine("", null, text.strip(), null, null, null, "");
    var id = lead.group(1) == null ? "" : trimmed(lead.group(1));
    var rest = lead.group(3);
    var tail = TAIL.matcher(rest);
    if (tail.matches() && UnitOfMeasure.named(tail.group(3)).isPresent()) {
      return new ScopeLine(
              id,
              lead.group(2),
              tail.group(1).strip(),
              Numbers.whole(tail.group(2)).orElse(null),
              tail.group(3),
              null,
              "")
          .withAllowance();
    }
    return new ScopeLine(id, lead.group(2), rest, null, null, null, "").withAllowance();
  }

  private static String trimmed(String id) {
    return id.strip().replaceAll("^\\(|[.):]+$", "");
  }

  /// The amount that the words tell to carry.
  private ScopeLine withAllowance() {
    var dimension = UnitOfMeasure.named(unit).map(UnitOfMeasure::dimension);
    boolean byUnit = dimension.filter(UnitOfMeasure.Dimension.ALLOWANCE::equals).isPresent();
    var words = description + " " + remarks;
    boolean named =
        byUnit || words.toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:allowances?|carry)\\b.*");
    if (allowance != null || !named) return this;
    var amount = Numbers.money(remarks).or(() -> Numbers.money(description));
    if (amount.isEmpty() && byUnit && quantity != null && quantity.compareTo(BigDecimal.TEN) > 0) {
      return new ScopeLine(id, csi, description, BigDecimal.ONE, unit, quantity, remarks);
    }
    return new ScopeLine(id, csi, description, quantity, unit, amount.orElse(null), remarks);
  }
}

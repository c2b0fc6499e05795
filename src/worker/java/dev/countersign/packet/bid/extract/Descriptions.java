package dev.countersign.packet.bid.extract;

import dev.countersign.source.Word;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts the description of a price line together from the rows that it is spread over: below its
/// amount, above it, or around it.
final class Descriptions {
  private static final Pattern BEGINS =
      Pattern.compile("^\\s*(?:#?\\d{1,3}[A-Za-z]?[.)]?|[A-Z][.)])[\\s\\t]+(?=\\p{L})");
  private static final Pattern OPEN =
      Pattern.compile("(?s).*(?:,|&|\\b(?:and|or|of|to|with|for|in|at|the|on|by))$");

  private final List<Headings.Placed> rows;
  private final List<@Nullable PriceRow> readings;
  private final Set<Integer> used;
  private final Wraps wraps;

  /// @param used rows that are taken; rows of a description are added
  Descriptions(List<Headings.Placed> rows, List<@Nullable PriceRow> readings, Set<Integer> used) {
    this.rows = rows;
    this.readings = readings;
    this.used = used;
    this.wraps = new Wraps(rows, readings);
  }

  /// A description and the part of it to quote.
  record Described(String text, String quote) {}

  /// @return null when the row has an amount and nothing says what for
  @Nullable Described of(int i, PriceRow reading, String quote) {
    String text = reading.description().replace('\t', ' ').strip();
    List<Word> words = reading.row().words(reading.start(), reading.end());
    if (text.isEmpty() || words.isEmpty()) return around(i);
    Described above = above(i, text, words.getFirst());
    String begun = above == null ? text : above.text;
    String whole = reading.row().single() ? begun : below(i, begun, words);
    return new Described(whole, above == null ? quote : above.quote);
  }

  /// Amounts set in the middle of their rows have the lines of the description around them.
  private @Nullable Described around(int i) {
    Row above = neighbour(i, -1);
    Row below = neighbour(i, 1);
    if (above == null) return null;
    String text = below == null ? above.plain() : Wraps.merged(above, below);
    return new Described(text, longest(above));
  }

  private @Nullable Row neighbour(int i, int step) {
    int at = i + step;
    if (!isFree(at)) return null;
    Row row = rows.get(i).row();
    Row other = rows.get(at).row();
    if (!Wraps.sameColumn(row, other) || Math.abs(other.y() - row.y()) >= 1.1f * row.fontSize())
      return null;
    used.add(at);
    return other;
  }

  private boolean isFree(int at) {
    return at >= 0 && at < rows.size() && readings.get(at) == null && !used.contains(at);
  }

  private String below(int i, String begun, List<Word> words) {
    String text = begun;
    Word last = words.getLast();
    for (int next = i + 1; isFree(next); next++) {
      Row more = rows.get(next).row();
      if (rows.get(next).heading() && Section.openedBy(more.plain()) != null) break;
      if (!wraps.continues(next - 1, next, words.getFirst().x(), last, text)) break;
      text = joined(text, more.plain());
      used.add(next);
      last = more.words().getLast();
    }
    return text;
  }

  /// Where the amount stands on the last line: the lines before it that lead into it.
  private @Nullable Described above(int i, String text, Word first) {
    Described described = null;
    String whole = text;
    for (int at = i - 1; isFree(at) && leadsInto(at, whole, first); at--) {
      String line = rows.get(at).row().plain().strip();
      String plain = BEGINS.matcher(line).replaceFirst("");
      whole = joined(plain, whole);
      used.add(at);
      described = new Described(whole, plain);
      if (!plain.equals(line)) break;
    }
    return described;
  }

  private boolean leadsInto(int at, String text, Word first) {
    Row row = rows.get(at).row();
    Row below = rows.get(at + 1).row();
    Word begin = row.cells().getLast().words().getFirst();
    boolean near = Wraps.sameColumn(row, below) && below.y() - row.y() < 1.55f * first.fontSize();
    boolean aligned = Math.abs(begin.x() - first.x()) < 14 || Math.abs(row.x() - first.x()) < 14;
    boolean open = Character.isLowerCase(text.charAt(0)) || OPEN.matcher(row.plain()).matches();
    return near
        && aligned
        && open
        && row.cells().size() <= 2
        && !row.plain().matches(".*[.:]$")
        && row.bold() == first.bold()
        && Math.abs(row.fontSize() - first.fontSize()) < 0.6f;
  }

  static String joined(String text, String more) {
    boolean hyphen = text.matches("(?s).*\\p{L}-$") && Character.isLowerCase(more.charAt(0));
    return hyphen ? text.substring(0, text.length() - 1) + more : text + " " + more;
  }

  private static String longest(Row row) {
    String best = "";
    for (Cell cell : row.cells()) if (cell.text().length() > best.length()) best = cell.text();
    return best;
  }
}

package dev.countersign.packet.bid.extract;

import dev.countersign.source.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts rows that are no price lines together to sentences and list items.
final class Passages {
  private static final Pattern BULLET =
      Pattern.compile(
          "^(?:[•●▪■◦‣·*➢✓\\uF000-\\uF0FF–—-]|o(?=\\s\\p{Lu})|\\(?(?:\\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)](?=\\s|$))[\\s]*");
  private static final Pattern INLINE_LABEL =
      Pattern.compile("^([\\p{Lu}][\\p{L}/&' -]{2,32}?):\\s+(?=\\S)");
  private static final int NEAR = 20;
  private static final float LEADING = 1.75f;

  private final List<Headings.Placed> rows;
  private final Set<Integer> used;
  private final List<Passage> passages = new ArrayList<>();
  private final List<Piece> open = new ArrayList<>();
  private @Nullable String label;
  private @Nullable Row headed;

  private Passages(List<Headings.Placed> rows, Set<Integer> used) {
    this.rows = rows;
    this.used = used;
  }

  /// A line of an open paragraph.
  private record Piece(int order, Row row, Cell cell, String text, Section section) {}

  static List<Passage> of(List<Headings.Placed> rows, Set<Integer> used) {
    Passages reader = new Passages(rows, used);
    for (int i = 0; i < rows.size(); i++) {
      if (used.contains(i)) reader.close();
      else reader.read(i);
    }
    reader.close();
    return reader.passages;
  }

  private void read(int i) {
    Row row = rows.get(i).row();
    List<Cell> cells = row.cells();
    Cell last = cells.getLast();
    String text = row.plain();
    Matcher bullet = BULLET.matcher(text);
    boolean bulleted = bullet.find() && bullet.end() < text.length() && !runsOn(i, bullet.group());
    if (bulleted) text = text.substring(bullet.end());
    boolean heading = rows.get(i).heading() && Section.openedBy(row.plain()) != null;
    boolean labelled = cells.size() == 2 && !bulleted && isLabel(cells.getFirst().text());
    int boldWords = cells.size() == 1 ? leadingBold(row.words()) : 0;
    if (bulleted || heading || labelled || boldWords > 0 || !continues(i, text)) close();
    if (labelled) {
      label = cells.getFirst().text();
      text = last.text();
    } else if (boldWords > 0 && !bulleted) {
      label =
          row.words().subList(0, boldWords).stream()
              .map(Word::text)
              .reduce((a, b) -> a + " " + b)
              .orElse("");
      text = text.substring(Math.min(text.length(), label.length())).strip();
    }
    if (label == null && !bulleted && open.isEmpty()) {
      Matcher inline = INLINE_LABEL.matcher(text);
      if (inline.find() && inline.group(1).split("\\s+").length <= 4) label = inline.group(1);
    }
    open.add(new Piece(i, row, last, text, rows.get(i).section()));
    boolean bold = rows.get(i).heading() && row.bold() && row.plain().length() < 30;
    if (heading || bold) {
      close();
      boolean names =
          rows.get(i).section() == Section.TERMS && row.plain().split("\\s+", -1).length <= 2;
      headed = names ? row : null;
    }
  }

  /// "Bond" over "Not included": the heading of one term is its label.
  private @Nullable String underHeading(Row row) {
    Row head = headed;
    if (head == null || head.equals(row)) return null;
    return head.page() == row.page() && head.region() == row.region() ? head.plain() : null;
  }

  /// "…Addendum 1 and Addendum / 2. Payment is…": a number at the start of a line of running text.
  private boolean runsOn(int i, String bullet) {
    Row row = rows.get(i).row();
    if (open.isEmpty() || !bullet.matches("\\(?[\\w]{1,3}[.)]\\s*")) return false;
    return !open.getLast().text().matches("(?s).*[.!?:;]\\s*$") && continues(i, row.plain());
  }

  private static boolean isLabel(String text) {
    return text.split("\\s+").length <= 5
        && text.chars().anyMatch(Character::isLetter)
        && !text.endsWith(".");
  }

  /// How many words at the left are bold, when what follows is not.
  private static int leadingBold(List<Word> words) {
    int bold = 0;
    while (bold < words.size() && words.get(bold).bold()) bold++;
    return bold < words.size() && bold <= 5 && words.get(0).text().matches("\\p{L}.*") ? bold : 0;
  }

  private boolean continues(int at, String text) {
    Row row = rows.get(at).row();
    if (open.isEmpty()) return false;
    Row above = open.getLast().row();
    Cell last = open.getLast().cell();
    boolean size = Math.abs(above.fontSize() - row.fontSize()) <= 0.12f * row.fontSize() + 0.3f;
    boolean lower = Character.isLowerCase(text.charAt(0)) || text.matches("^(?:\\d|\\().*");
    String soFar = open.getLast().text();
    boolean ended = soFar.matches("(?s).*[.!?:;]\\s*$");
    if (above.page() != row.page()) return size && !ended && lower && soFar.length() > 30;
    if (above.region() != row.region() || !size) return false;
    float distance = row.y() - above.y();
    if (distance < 0 || distance > LEADING * Math.max(row.fontSize(), above.fontSize()))
      return false;
    if (rows.get(open.getLast().order()).heading() && above.bold() != row.bold()) return false;
    if ((row.x() < last.x() - 40 && label == null) || row.cells().size() > 2) return false;
    boolean list = rows.get(open.getLast().order()).section() == Section.EXCLUSIONS && !ended;
    if (list && !lower && soFar.split("\\s+", -1).length <= 4) return false;
    Word first = row.words().getFirst();
    boolean fits = last.right() + 0.3f * row.fontSize() + first.width() <= bound(at) - 1;
    return !fits || (lower && !ended);
  }

  /// How far right the text around row `at` reaches.
  private float bound(int at) {
    Row row = rows.get(at).row();
    float right = 0;
    for (int i = Math.max(0, at - NEAR); i < Math.min(rows.size(), at + NEAR); i++) {
      Row other = rows.get(i).row();
      boolean near =
          other.page() == row.page()
              && other.region() == row.region()
              && Math.abs(other.y() - row.y()) < 14 * row.fontSize();
      if (near && !used.contains(i) && other.x() <= row.x() + 80) {
        right = Math.max(right, other.right());
      }
    }
    return right;
  }

  private void close() {
    if (!open.isEmpty()) addSentences();
    open.clear();
    label = null;
  }

  private void addSentences() {
    StringBuilder raw = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    for (Piece piece : open) {
      if (!raw.isEmpty()) raw.append(' ');
      starts.add(raw.length());
      raw.append(piece.text());
    }
    for (Sentences.Span span : Sentences.in(raw.toString())) {
      passages.add(passage(raw.toString(), span, starts));
    }
  }

  private Passage passage(String raw, Sentences.Span span, List<Integer> starts) {
    String quote = "";
    int page = open.getFirst().row().page();
    int first = pieceAt(starts, span.start());
    int end = pieceAt(starts, span.end() - 1);
    for (int i = first; i <= end; i++) {
      int from = Math.max(span.start(), starts.get(i));
      int j = i;
      while (j < end && open.get(j + 1).row().page() == open.get(i).row().page()) j++;
      int to = j == end ? span.end() : starts.get(j + 1) - 1;
      if (to - from > quote.length()) {
        quote = raw.substring(from, to).strip();
        page = open.get(i).row().page();
      }
      i = j;
    }
    Piece piece = open.get(first);
    String text =
        raw.substring(span.start(), span.end()).replaceAll("(?<=\\p{L})- (?=\\p{Ll})", "").strip();
    return new Passage(
        piece.order(), page, piece.section(), label(text), text, quote, piece.row().fontSize());
  }

  /// The label of the paragraph, or the one in front of this very sentence.
  private @Nullable String label(String sentence) {
    Matcher inline = INLINE_LABEL.matcher(sentence);
    boolean own = inline.find() && inline.group(1).split("\\s+", -1).length <= 4;
    if (own) return inline.group(1);
    return label != null ? label : underHeading(open.getFirst().row());
  }

  private static int pieceAt(List<Integer> starts, int offset) {
    int at = 0;
    while (at + 1 < starts.size() && starts.get(at + 1) <= offset) at++;
    return at;
  }
}

package dev.countersign.packet.bid.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one row as a price line, from the right: amount, unit price, unit, quantity, description.
final class RowReader {
  private static final Pattern AFTER_AMOUNT =
      Pattern.compile(
          "^[\\s]*(?:[*†‡§^]+|\\(?\\d\\)|\\([a-z]\\)|/?\\s*LS|lump sum|allow(?:ance|\\.)?|\\(?(?:add|deduct|deductive|additive|credit|allowance|net|ex(?:cl)?\\.? (?:tax|vat)|plus tax|taxable|non-taxable)\\)?|T|NT|N)?[\\s.,;_]*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD_BEFORE =
      Pattern.compile(
          "(?:(?:^|[\\s:(–—-])\\(?(add(?:itional|itive)?|deduct(?:ion|ive)?)|(?:^|[\\t:(,]\\s*)(credit|less|minus|plus|save|reduce by))\\b\\)?[\\s:.–—-]*(?:of)?\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern JOIN = Pattern.compile("[\\s.·…_=:|–—-]*$");
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:^|\\t|[.·…_]{3,}\\s*|[:–—-]\\s+|\\s\\()\\(?((?:incl(?:uded|uding|\\.)?|inc\\.)(?:\\s*(?:in|w/|with|above|below|under)\\b.{0,45})?|(?:w/|with|in|see|under|part of)\\s?(?:item|line|bid item|no\\.?|#|div\\.?|division|above).{0,30}|(?:carried|priced|covered) (?:in|with|under|above).{0,40}|no (?:extra |additional )?(?:charge|cost)|n/?c|in above|incidental)\\)?\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_PRICED =
      Pattern.compile(
          "(?:^|\\t|[.·…_]{3,}\\s*|[:–—-]\\s+)(n\\.?i\\.?c\\.?|not (?:included|in contract|priced|bid)|excluded|excl\\.?|by (?:others|owner)|no bid|nb|n/a|tbd|t\\.b\\.d\\.)\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCE =
      Pattern.compile(
          "\\b(?:is|are|we|our|will|comes?|carry|that|this|would|was|were|have|has|please|if|when|shall|may)\\b",
          Pattern.CASE_INSENSITIVE);

  /// A quantity and nothing else, "6 EA @".
  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\s*\\d[\\d.,]*\\s*" + Units.EXPRESSION + "\\s*(?:@|x|×|at)\\s*",
          Pattern.CASE_INSENSITIVE);

  private final Figures figures;

  RowReader(Figures figures) {
    this.figures = figures;
  }

  Optional<PriceRow> read(Row row) {
    String text = row.text();
    List<Figure> found = figures.in(text);
    for (int i = found.size() - 1; i >= 0; i--) {
      Figure f = found.get(i);
      if (f.percent()) continue;
      String after = text.substring(f.end());
      if (Figures.RATE.matcher(after).find()) return Optional.empty();
      boolean last = AFTER_AMOUNT.matcher(after).matches();
      boolean remark =
          after.startsWith("\t") && startsCell(text, f) && f.money() && !hasMoney(found, i + 1);
      Optional<PriceRow> priced =
          last || remark ? priced(row, text, found.subList(0, i), f) : Optional.empty();
      if (priced.isPresent()) return priced;
      break;
    }
    return elsewhere(row, text, found);
  }

  private static boolean hasMoney(List<Figure> found, int from) {
    return found.subList(from, found.size()).stream().anyMatch(Figure::money);
  }

  private static boolean startsCell(String text, Figure f) {
    return text.substring(0, f.start()).matches("(?s)(?:.*\\t)?\\W*");
  }

  private Optional<PriceRow> priced(Row row, String text, List<Figure> before, Figure f) {
    boolean own = startsCell(text, f);
    if (!f.money() && !(own && f.maybeMoney() && f.value().abs().compareTo(BigDecimal.TEN) >= 0)) {
      return Optional.empty();
    }
    String left = text.substring(0, f.start());
    String word = "";
    Matcher said = WORD_BEFORE.matcher(left);
    if (said.find()) {
      word = (said.group(1) != null ? said.group(1) : said.group(2)).toUpperCase(Locale.ROOT);
      left = left.substring(0, said.start());
    }
    word = (word + " " + text.substring(f.end()).strip().toUpperCase(Locale.ROOT)).strip();
    boolean leader =
        left.matches("(?s).*[.·…_]{3,}\\s*$") || left.matches("(?s).*(?:\\s[.·…]){3,}\\s*$");
    Matcher join = JOIN.matcher(left);
    boolean joined = join.find() && !join.group().isBlank();
    left = left.substring(0, join.start());
    boolean certain = f.money() && ((own && row.cells().size() > 1) || leader || said(word));
    if (!certain && !own && !joined && !shortItem(left) && !QUANTITY.matcher(left).matches())
      return Optional.empty();
    if (!certain && !own && isSentence(left)) return Optional.empty();
    boolean inWords = AmountInWords.sum(left + " dollars").isPresent();
    return Optional.of(
        row(row, left, before, inWords ? f.value().abs() : f.value(), f, word, certain));
  }

  private static boolean isSentence(String left) {
    return SENTENCE.matcher(left).find()
        || left.matches("(?s).*[$€£]\\s?\\d[^\\t]*[.;]\\s+\\p{Lu}.*");
  }

  private static boolean said(String word) {
    return word.startsWith("ADD") || word.startsWith("DEDUCT");
  }

  private static boolean shortItem(String left) {
    return left.split("\\s+").length <= 9
        && !left.isBlank()
        && Character.isUpperCase(left.strip().charAt(0));
  }

  private Optional<PriceRow> elsewhere(Row row, String text, List<Figure> found) {
    if (row.single() && text.matches("[^:(.…·]*[.]?")) return Optional.empty();
    Matcher m = ELSEWHERE.matcher(text);
    boolean not = false;
    if (!m.find()) {
      m = NOT_PRICED.matcher(text);
      not = m.find();
      if (!not) return Optional.empty();
    }
    int cut = m.start(1);
    String left = text.substring(0, cut).replaceAll("[\\s.·…_=:|(–—-]*$", "");
    if (left.isBlank()) return Optional.empty();
    List<Figure> before = found.stream().filter(f -> f.end() <= left.length()).toList();
    boolean certain = row.cells().size() > 1 && text.charAt(cut - 1) == '\t';
    String word = (not ? "NOT: " : "ELSEWHERE: ") + m.group(1).strip();
    return Optional.of(row(row, left, before, null, null, word, certain));
  }

  private PriceRow row(
      Row row,
      String left,
      List<Figure> before,
      @Nullable BigDecimal amount,
      @Nullable Figure figure,
      String word,
      boolean certain) {
    List<Figure> inLeft = before.stream().filter(f -> f.end() <= left.length()).toList();
    Tail tail = Tail.of(left, inLeft, amount);
    String description = left.substring(0, tail.end()).replaceAll("[\\s.·…_=:|(,;@–—-]+$", "");
    String unit = tail.unit();
    return new PriceRow(
        row,
        null,
        description,
        0,
        description.length(),
        tail.quantity(),
        unit == null ? null : Units.shortForm(unit),
        tail.unitPrice(),
        amount,
        figure,
        word,
        certain);
  }
}

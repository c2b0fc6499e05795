package dev.countersign.packet.bid.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes item numbers off the descriptions of a table, where its rows really are numbered.
final class Refs {
  private static final Pattern REF =
      Pattern.compile(
          "^\\s*(\\d{2} \\d{2} \\d{2}(?:\\.\\d+)?|(?:(?:[Bb]id )?[Ii]tem|[Ll]ine|[Pp]os\\.?) ?(?:[Nn]o\\.? ?)?#?\\d{1,3}|#?\\d{1,3}(?:[.-]\\d{1,3}){0,3}[A-Za-z]?[.)]?|\\d{5,6}|[A-Z]{1,3}[-.]?\\d{1,4}(?:\\.\\d+)?[.):]?|[A-Za-z][.)]|\\((?:\\d{1,2}|[a-z])\\))(?=[\\s:])[\\s:–—-]+");
  private static final Pattern BULLET = Pattern.compile("^[\\s•●▪■◦‣·*\\uF0B7\\uF0A7–—-]+(?=\\S)");

  private Refs() {}

  static List<PriceRow> off(List<PriceRow> rows) {
    List<PriceRow> plain = rows.stream().map(Refs::withoutBullet).toList();
    boolean numbered = numbered(plain);
    List<PriceRow> out = new ArrayList<>();
    for (PriceRow row : plain) out.add(off(row, numbered));
    return out;
  }

  private static PriceRow withoutBullet(PriceRow row) {
    Matcher m = BULLET.matcher(row.description());
    return m.find()
        ? row.described(row.description().substring(m.end()), null, row.start() + m.end())
        : row;
  }

  private static PriceRow off(PriceRow row, boolean numbered) {
    Matcher m = REF.matcher(row.description());
    if (!m.find()) return row;
    boolean ownCell = m.group().indexOf('\t') >= 0;
    boolean marked = m.group(1).matches("\\d{1,3}[.)]|\\d{2} \\d{2} \\d{2}.*|.*[.)]$");
    if (!ownCell && !numbered && !marked) return row;
    String rest = row.description().substring(m.end());
    if (rest.isBlank() || Units.is(rest)) return row;
    return row.described(rest, m.group(1).replaceAll("[.):]+$", ""), row.start() + m.end());
  }

  /// Most rows begin with a number, and the numbers rise.
  private static boolean numbered(List<PriceRow> rows) {
    int with = 0;
    int rising = 0;
    int pairs = 0;
    double last = -1;
    for (PriceRow row : rows) {
      Matcher m = REF.matcher(row.description());
      if (!m.find() || LineLabel.of(row.description()) != LineLabel.ITEM) continue;
      with++;
      String digits = m.group(1).replaceAll("\\D", "");
      double number = digits.isEmpty() ? m.group(1).charAt(0) : Double.parseDouble(digits);
      if (last >= 0) {
        pairs++;
        if (number > last) rising++;
      }
      last = number;
    }
    long items = rows.stream().filter(r -> LineLabel.of(r.description()) == LineLabel.ITEM).count();
    return with >= 2 && with >= 0.6 * items && rising >= 0.7 * pairs;
  }
}

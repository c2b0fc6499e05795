package dev.countersign.packet.bid.extract;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Stated;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The date of the bid: one that stands alone or under its label near the top.
final class BidDate {
  private static final Pattern OTHER =
      Pattern.compile(
          "\\b(?:drawings?|addenda|days|weeks|laps\\w*|plans?|specifications?|dated|addend\\w+|through|until|good for|accepted|hold|open|valid\\w*|expires?|visited|visit|walk\\w*|opening|opened|due|start|completion|award|revised|issued|site)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LABEL =
      Pattern.compile(
          "\\b(?:date|dated|submitted|date of (?:this )?(?:bid|tender|offer|proposal|quotation|quote)|(?:bid|proposal|quotation|quote|offer|tender|estimate|letter) (?:date|of))\\W{0,4}$",
          Pattern.CASE_INSENSITIVE);

  private BidDate() {}

  static @Nullable Stated<LocalDate> read(String source, String document, List<Row> rows) {
    Stated<LocalDate> best = null;
    int score = -100;
    for (int i = 0; i < rows.size() && i < 400; i++) {
      for (Cell cell : rows.get(i).cells()) {
        String text = cell.text();
        for (Dates.Found found : Dates.in(text)) {
          String before = rows.get(i).plain();
          int at = before.indexOf(text.substring(found.start(), found.end()));
          boolean labelled = LABEL.matcher(before.substring(0, Math.max(0, at))).find();
          boolean alone = text.length() - (found.end() - found.start()) < 12;
          int here =
              (labelled ? 6 : 0)
                  + (alone ? 5 : found.start() == 0 ? 3 : 0)
                  - (OTHER.matcher(rows.get(i).plain()).find() ? 6 : 0)
                  - Math.min(10, i / 6);
          if (here <= score || here < -5) continue;
          score = here;
          String quote = text.substring(found.start(), found.end());
          best =
              new Stated<>(found.date(), new Citation(source, document, rows.get(i).page(), quote));
        }
      }
    }
    return best;
  }
}

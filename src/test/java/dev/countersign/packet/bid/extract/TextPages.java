package dev.countersign.packet.bid.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.Stated;
import dev.countersign.source.Document;
import dev.countersign.source.Page;
import dev.countersign.source.TextLine;
import dev.countersign.source.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Pages drawn with characters: a column is five points wide, a line twelve high; three spaces set
/// cells apart.
final class TextPages {
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final float COLUMN = 5;
  private static final float LINE = 12;
  private static final float SIZE = 10;

  private TextPages() {}

  static Bid bid(String... pages) {
    return new ExtractBid().extract(document(pages));
  }

  static Document document(String... pages) {
    List<Page> drawn = new ArrayList<>();
    for (String page : pages) drawn.add(page(drawn.size() + 1, page));
    return new Document("s1", "bid.pdf", "0", "application/pdf", drawn, List.of());
  }

  /// Lines that begin with `~` are small print.
  private static Page page(int number, String text) {
    List<TextLine> lines = new ArrayList<>();
    float y = 100;
    for (String line : text.lines().toList()) {
      y += LINE;
      boolean small = line.startsWith("~");
      List<Word> words = words(small ? line.substring(1) : line, y, small ? SIZE / 2 : SIZE);
      if (!words.isEmpty()) lines.add(new TextLine(words));
    }
    return new Page(number, "page " + number, 612, 1200, text, lines, List.of());
  }

  private static List<Word> words(String line, float y, float size) {
    List<Word> words = new ArrayList<>();
    Matcher m = WORD.matcher(line);
    float column = COLUMN * size / SIZE;
    while (m.find()) {
      float width = (m.end() - m.start()) * column - 1;
      words.add(new Word(m.group(), 50 + m.start() * column, y, width, size, size, false));
    }
    return words;
  }

  /// Each line as "description = amount", alternates and included lines with their kind.
  static List<String> lines(Bid bid) {
    return bid.lines().stream().map(TextPages::line).toList();
  }

  private static String line(PricedLine line) {
    String kind = line.kind() == PricedLine.Kind.BASE ? "" : line.kind() + " ";
    return kind + line.description() + " = " + line.amount().stripTrailingZeros().toPlainString();
  }

  /// What the bid must have said.
  static <T> Stated<T> said(@Nullable Stated<T> stated) {
    assertThat(stated).isNotNull();
    return Objects.requireNonNull(stated);
  }
}

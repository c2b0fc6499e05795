package dev.countersign.source;

import java.util.Arrays;
import java.util.List;

/// Text without positions that a person does not see, as lines.
final class HiddenText {
  private HiddenText() {}

  static List<TextLine> lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(HiddenText::line)
        .toList();
  }

  private static TextLine line(String line) {
    return new TextLine(
        Arrays.stream(line.split("\\s+", -1))
            .map(word -> new Word(word, 0, 0, 0, 0, 0, false))
            .toList());
  }
}

package dev.countersign.notify;

import java.util.ArrayList;
import java.util.List;

/// A letter as plain text.
final class LetterText {
  private LetterText() {}

  static String of(Letter letter) {
    var lines = new ArrayList<String>();
    lines.add(letter.kicker());
    lines.add("");
    lines.add(letter.headline());
    for (var paragraph : letter.paragraphs()) lines.addAll(List.of("", paragraph));
    lines.add("");
    for (var fact : letter.facts()) lines.add(fact.name() + ": " + fact.value());
    for (var list : letter.lists()) {
      lines.addAll(List.of("", list.heading() + ":"));
      for (var point : list.points()) lines.add("- " + point);
    }
    lines.addAll(List.of("", letter.label() + ":", letter.link().toString(), ""));
    lines.addAll(letter.small());
    return String.join("\n", lines) + "\n";
  }
}

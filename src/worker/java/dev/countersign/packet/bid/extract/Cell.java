package dev.countersign.packet.bid.extract;

import dev.countersign.source.Word;
import java.util.List;
import java.util.stream.Collectors;

/// Words of one baseline that stand close together.
record Cell(List<Word> words) {
  Cell {
    words = List.copyOf(words);
  }

  String text() {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  float x() {
    return words.getFirst().x();
  }

  float right() {
    return words.getLast().right();
  }

  float fontSize() {
    return words.getFirst().fontSize();
  }

  boolean bold() {
    return words.stream().filter(Word::bold).count() * 2 > words.size();
  }
}

package dev.countersign.source;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Collectors;

/// Words on one baseline, from left to right.
@RegisterForReflection
public record TextLine(List<Word> words) {
  public TextLine {
    words = List.copyOf(words);
    if (words.isEmpty()) throw new IllegalArgumentException("a line has at least one word");
  }

  @JsonIgnore
  public String text() {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }
}

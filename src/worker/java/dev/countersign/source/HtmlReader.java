package dev.countersign.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An HTML page to one page of text.
final class HtmlReader implements SourceReader {
  @Override
  public Reading read(String name, Path file, ReadLimits limits) throws IOException {
    HtmlText text = HtmlText.of(TextBytes.decode(Files.readAllBytes(file)));
    boolean cut = text.seen().length() > limits.characters();
    String seen = cut ? text.seen().substring(0, limits.characters()) : text.seen();
    if (seen.isBlank() && text.hidden().isEmpty()) return Reading.nothing(Gap.blank(name));
    Page page = new Page(1, "document", 0, 0, seen, List.of(), text.rows(), text.hidden());
    List<Gap> gaps = cut ? List.of(Gap.cutShort(name, "the end")) : List.of();
    return new Reading(List.of(page), gaps);
  }
}

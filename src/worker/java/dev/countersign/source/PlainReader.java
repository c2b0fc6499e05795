package dev.countersign.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Plain text and Markdown as they stand; a form feed begins a new page.
final class PlainReader implements SourceReader {
  @Override
  public Reading read(String name, Path file, ReadLimits limits) throws IOException {
    String text = TextBytes.decode(Files.readAllBytes(file));
    boolean cut = text.length() > limits.characters();
    if (cut) text = text.substring(0, limits.characters());
    List<Page> pages = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    String[] parts = text.split("\f", -1);
    for (int i = 0; i < Math.min(parts.length, limits.pages()); i++) {
      String plain = PlainText.of(parts[i].replace("\r\n", "\n").replace('\r', '\n'));
      pages.add(new Page(i + 1, label(parts.length, i + 1), 0, 0, plain, List.of(), List.of()));
    }
    if (parts.length > limits.pages()) {
      gaps.add(Gap.tooManyPages(name, limits.pages(), parts.length));
    }
    if (cut) gaps.add(Gap.cutShort(name, "after %,d characters".formatted(limits.characters())));
    if (text.isBlank()) return Reading.nothing(Gap.blank(name));
    return new Reading(pages, gaps);
  }

  private static String label(int pages, int number) {
    return pages == 1 ? "text" : "page " + number;
  }
}

package dev.countersign.model.tools;

import dev.countersign.model.tools.ToolAnswer.Fault;
import dev.countersign.workflow.EffectClass;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The text of one page, as a person sees it.
@ApplicationScoped
public class ReadPage implements Tool<ReadPage.Arguments> {
  private static final int MOST_CHARS = 8_000;

  /// @param from the first character wanted, from 0: a long page is read in parts
  @RegisterForReflection
  public record Arguments(String source, int page, int from) {
    public Arguments {
      if (from < 0) throw new IllegalArgumentException("from counts from 0");
    }
  }

  @Override
  public String name() {
    return "read_page";
  }

  @Override
  public String description() {
    return "Reads the text of one page. source: a short name such as S1. page: from 1 (a sheet is a"
        + " page). from: 0 for the beginning; where a page is too long for one answer, the"
        + " answer says from where to read on.";
  }

  @Override
  public EffectClass effect() {
    return EffectClass.READ;
  }

  @Override
  public Class<Arguments> arguments() {
    return Arguments.class;
  }

  @Override
  public ToolAnswer use(Arguments wanted, Library library) {
    return library.on(wanted.source(), wanted.page(), place -> read(place, wanted.from()));
  }

  private static ToolAnswer read(Library.Place place, int from) {
    var text = place.page().text();
    if (text.isBlank()) return ToolAnswer.Found.of(place.label() + " has no text.");
    if (from >= text.length())
      return ToolAnswer.refused(
          Fault.TOO_LARGE, "%s ends at %d.".formatted(place.label(), text.length()));
    int end = end(text, from);
    var part = text.substring(from, end);
    var more = end < text.length() ? "\n(It goes on; read from %d.)".formatted(end) : "";
    return new ToolAnswer.Found(
        "%s (%s):\n%s%s".formatted(place.label(), place.page().label(), part, more),
        List.of(place.cite(firstLine(part))));
  }

  /// At a line's end where there is one, and never within a character.
  private static int end(String text, int from) {
    if (text.length() - from <= MOST_CHARS) return text.length();
    int end = from + MOST_CHARS;
    int line = text.lastIndexOf('\n', end);
    if (line > from) return line + 1;
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  private static String firstLine(String part) {
    return part.lines().map(String::strip).filter(l -> l.length() > 3).findFirst().orElse("");
  }
}

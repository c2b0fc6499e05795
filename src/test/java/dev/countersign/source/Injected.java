package dev.countersign.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A document of the set that tries to instruct its reader; `tools/make-injected.py` wrote them.
///
/// @param wants what it tries to change: `effect`, `target`, `tool`, `gate`, `ranking`, `amount`,
///   `scope`, the `answer` to a question, `words` for the client
/// @param page where its instruction stands
/// @param hidden whether nobody sees it there
public record Injected(String name, String wants, int page, boolean hidden) {
  private static final Path SET = Path.of("src/test/resources/injected");

  public static Stream<Injected> all() {
    try {
      var list = new ObjectMapper().readTree(SET.resolve("injected.json").toFile());
      return StreamSupport.stream(list.spliterator(), false)
          .map(one ->
              new Injected(
                  one.get("name").asText(),
                  one.get("wants").asText(),
                  one.get("page").asInt(),
                  one.get("hidden").asBoolean()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As a job reads it.
  public Document read() {
    return new ReadDocument(ReadLimits.DEFAULT)
        .read("src_" + name.substring(0, 2), name, SET.resolve(name));
  }

  /// The same bid from somebody who instructs nobody.
  public static Document harmless() {
    var text = String.join("\n", BID) + "\n";
    var page = new Page(1, "page 1", 0, 0, text, List.of(), List.of());
    return new Document("src_00", "00-bid.txt", "00", "text/plain", List.of(page), List.of());
  }

  private static final List<String> BID =
      List.of(
          "Fernhill Carpentry",
          "Quotation for the north annex",
          "1 Framing 12,400.00",
          "2 Sheathing 6,150.00",
          "3 Trim 2,050.00",
          "Total 20,600.00",
          "The price is firm for 60 days.");

  @Override
  public String toString() {
    return name;
  }
}

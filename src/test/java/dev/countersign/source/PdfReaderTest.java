package dev.countersign.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PdfReaderTest {
  private static final Path PACKET = Path.of("src/test/resources/packets/maple-court-kitchen");

  @Test
  void a_cell_that_wraps_stays_one_sentence_in_the_text_and_its_row_one_line() {
    Page page = read("01-harborline.pdf").pages().getFirst();

    assertThat(page.text())
        .contains("4 Selective demolition of cabinets, counters, soffit and\nflooring\n1 LS");
    assertThat(page.lines())
        .extracting(TextLine::text)
        .contains("15 New circuits, 12 recessed lights, under-cabinet LED 1 LS 8,900.00 8,900.00");
  }

  private static Document read(String name) {
    return new ReadDocument(ReadLimits.DEFAULT).read("s1", name, PACKET.resolve(name));
  }
}

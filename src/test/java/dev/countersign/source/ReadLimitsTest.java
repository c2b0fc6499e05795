package dev.countersign.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

final class ReadLimitsTest {
  private static final Path LONG = Fixtures.HOSTILE.resolve("three-hundred-pages.pdf");
  private static final ReadLimits USUAL = ReadLimits.DEFAULT;

  @Test
  void pages_above_the_limit_are_named_and_the_first_ones_read() {
    Document document = read(USUAL.withPages(20), LONG);

    assertThat(document.pages()).hasSize(20);
    assertGap(document, "too_many_pages", "pages 21 to 300");
  }

  @Test
  void a_file_above_the_byte_limit_is_not_opened() {
    ReadLimits small = new ReadLimits(1_000, 1_000, 10, 10, 10, 10, 1_000, Duration.ofSeconds(10));

    Document document = read(small, LONG);

    assertThat(document.pages()).isEmpty();
    assertGap(document, "too_large", "whole document");
    assertThat(document.gaps().getFirst().reason()).contains("261402 bytes", "1000 bytes");
  }

  @Test
  void a_text_above_the_character_limit_is_cut_and_said_to_be() {
    ReadLimits few = new ReadLimits(1 << 20, 1 << 20, 10, 10, 10, 5, 20, Duration.ofSeconds(10));
    ReadDocument reader = new ReadDocument(few);
    String rows = "a;b;c\n".repeat(30);

    Document text =
        reader.read("s1", "long.txt", "word ".repeat(30).getBytes(StandardCharsets.UTF_8));
    Document table = reader.read("s2", "long.csv", rows.getBytes(StandardCharsets.UTF_8));

    assertThat(text.pages().getFirst().text()).hasSize(20);
    assertGap(text, "too_large", "after 20 characters");
    assertThat(table.pages().getFirst().rows()).hasSize(3);
    assertGap(table, "too_large", "rows from 4");
  }

  @Test
  void a_zip_of_too_many_parts_is_refused() {
    Map<String, String> parts =
        IntStream.range(0, 2_100).boxed().collect(Collectors.toMap(i -> "part" + i, i -> ""));
    parts.put("word/document.xml", "<x/>");

    assertGap(Fixtures.read("many.docx", Fixtures.aZip(parts)), "too_large", "whole document");
  }

  @Test
  void a_pdf_whose_stream_explodes_is_refused_before_it_is_parsed() throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        "%PDF-1.4\n4 0 obj <</Filter/FlateDecode/Length 1>>\nstream\n"
            .getBytes(StandardCharsets.US_ASCII));
    try (DeflaterOutputStream bomb =
        new DeflaterOutputStream(pdf, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] blanks = new byte[1 << 20];
      for (int i = 0; i < 60; i++) bomb.write(blanks);
    }

    assertGap(Fixtures.read("bomb.pdf", pdf.toByteArray()), "too_large", "whole document");
  }

  @Test
  void a_document_that_overruns_its_time_is_given_up_and_its_thread_ends() throws Exception {
    List<Thread> before = readers();

    Document document = read(USUAL.withTime(Duration.ofMillis(1)), LONG);

    assertThat(document.pages()).isEmpty();
    assertGap(document, "timed_out", "whole document");
    for (Thread reader : readers()) {
      if (before.contains(reader)) continue;
      reader.join(Duration.ofSeconds(20));
      assertThat(reader.isAlive()).isFalse();
    }
  }

  private static List<Thread> readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("read-source"))
        .toList();
  }

  private static Document read(ReadLimits limits, Path file) {
    return new ReadDocument(limits).read("s1", file.getFileName().toString(), file);
  }

  private static void assertGap(Document document, String kind, String where) {
    assertThat(document.gaps()).hasSize(1);
    Gap gap = document.gaps().getFirst();
    assertThat(gap.kind()).isEqualTo(kind);
    assertThat(gap.where()).isEqualTo(where);
    assertThat(gap.reason()).startsWith(document.name());
  }
}

package dev.countersign.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the bytes are, reading answers in time with pages or with a reason.
final class DamagedFilesTest {
  private static final int TRIES = 12;
  private static final Path KITCHEN = Fixtures.PACKETS.resolve("maple-court-kitchen");
  private static final String HTML =
      "<html><body><table><tr><td>Tile</td><td>100</td></tr></table></body></html>";

  record Sample(String name, Supplier<byte[]> content) {
    byte[] bytes() {
      return content.get();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample> samples() throws IOException {
    byte[] workbook = aWorkbook();
    return Stream.of(
        new Sample(
            "chromium.pdf", () -> Fixtures.bytes(Fixtures.HOSTILE.resolve("unicode-bid.pdf"))),
        new Sample("reportlab.pdf", () -> Fixtures.bytes(KITCHEN.resolve("02-stillwater.pdf"))),
        new Sample("scope.xlsx", () -> workbook),
        new Sample(
            "notes.docx", () -> Fixtures.aDocx("<w:p><w:r><w:t>Paint all walls</w:t></w:r></w:p>")),
        new Sample("scope.csv", () -> Fixtures.bytes(KITCHEN.resolve("scope.csv"))),
        new Sample("mail.eml", () -> Fixtures.bytes(Fixtures.HOSTILE.resolve("bad-filename.eml"))),
        new Sample("page.html", () -> HTML.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_file_cut_off_anywhere_is_read_in_part_or_named(Sample sample) {
    Random random = new Random(7);
    for (int i = 0; i < TRIES; i++) {
      int length = random.nextInt(sample.bytes().length);
      assertAnswers(sample.name, Arrays.copyOf(sample.bytes(), length));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_file_with_wrong_bytes_is_read_or_named(Sample sample) {
    Random random = new Random(11);
    for (int i = 0; i < TRIES; i++) {
      byte[] wrong = sample.bytes().clone();
      for (int j = 0; j < 40; j++) wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
      assertAnswers(sample.name, wrong);
    }
  }

  @Test
  void a_pdf_cut_off_says_so() {
    byte[] whole = Fixtures.bytes(Fixtures.HOSTILE.resolve("unicode-bid.pdf"));

    Document document = Fixtures.read("cut.pdf", Arrays.copyOf(whole, whole.length - 400));

    assertThat(document.gaps()).extracting(Gap::kind).contains("damaged");
    assertThat(document.gaps().getFirst().reason()).startsWith("cut.pdf is damaged or cut off");
  }

  @Test
  void random_bytes_under_any_name_are_named() {
    Random random = new Random(3);
    for (String ending : new String[] {"pdf", "xlsx", "docx", "csv", "txt", "eml", "html", "bin"}) {
      byte[] noise = new byte[2_000];
      random.nextBytes(noise);
      assertThat(Fixtures.read("noise." + ending, noise).readable()).isFalse();
    }
  }

  private static void assertAnswers(String name, byte[] bytes) {
    Document document =
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Fixtures.read(name, bytes));

    if (document.readable()) return;
    assertThat(document.gaps()).isNotEmpty();
    assertThat(document.gaps()).allSatisfy(gap -> assertThat(gap.reason()).contains(name));
  }

  private static byte[] aWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      workbook.newWorksheet("Scope").value(0, 0, "Paint all walls");
    }
    return bytes.toByteArray();
  }
}

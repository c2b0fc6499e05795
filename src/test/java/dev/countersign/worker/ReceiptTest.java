package dev.countersign.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.approval.TestApproval;
import dev.countersign.job.JobId;
import dev.countersign.receipt.TestReceipts;
import dev.countersign.store.CanonicalJson;
import dev.countersign.verify.TestVerify;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A receipt holds, and no byte of it or of the files beside it can be changed unnoticed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptTest {
  private static final long SEED = 20_260_302L;
  private static final List<String> SECTIONS =
      List.of(
          "artifacts",
          "attempts",
          "citations",
          "decisions",
          "effects",
          "inputs",
          "job",
          "notifications",
          "revisions",
          "steps",
          "timeline");
  private static final List<String> FILES =
      List.of(
          "comparison.html",
          "comparison.json",
          "comparison.pdf",
          "comparison.xlsx",
          "scope.pdf",
          "bid_a_summit_ridge.pdf");
  @TempDir static Path nothing;
  @TempDir static Path files;
  private final TestEngine engine = new TestEngine();
  private final TestReceipts receipts =
      new TestReceipts(engine.store, TestApproval.keys(false), engine.clock);
  private byte[] receipt = new byte[0];

  @BeforeAll
  void comparison() throws IOException {
    JobId id = ComparisonDone.in(engine);
    receipt = receipts.of(engine.job(id));
    ComparisonDone.save(engine, id, files);
  }

  @AfterAll
  void close() throws IOException {
    engine.close();
  }

  @Test
  void the_receipt_of_a_completed_comparison_holds_down_to_every_file() {
    var said = TestVerify.verify(receipt, receipts.published(), files);

    assertThat(said.wrong()).isEmpty();
    assertThat(said.good()).isTrue();
    assertThat(String.join("\n", said.lines()))
        .contains("comparison.pdf", "scope.pdf", "sent.eml: the very bytes")
        .containsPattern("ok +quotes +[1-9][0-9]+ found again")
        .containsPattern("ok +timeline +[1-9][0-9]+ entries");
    assertThat(new String(receipt, UTF_8))
        .contains("reviewer@local.example", "client@example.com", "\"standing\":\"DONE\"");
  }

  @Test
  void no_single_byte_of_it_can_be_changed() {
    var random = new Random(SEED);
    var places = new TreeSet<Integer>();
    IntStream.of(0, 1, receipt.length / 2, receipt.length - 2, receipt.length - 1)
        .forEach(places::add);
    while (places.size() < 120) places.add(random.nextInt(receipt.length));
    int signature = new String(receipt, UTF_8).indexOf("\"signature\"");
    for (int i = 0; i < 40; i++) places.add(signature + 15 + random.nextInt(600));

    for (int place : places) {
      var changed = receipt.clone();
      changed[place] ^= (byte) (1 << random.nextInt(7));
      assertThat(TestVerify.verify(changed, receipts.published(), nothing).good())
          .as("byte %d, now %s", place, (char) changed[place])
          .isFalse();
    }
  }

  /// The spare bits of base64: the same signature spelled otherwise.
  @Test
  void not_even_the_spare_bits_of_the_signature_are_free() {
    var text = new String(receipt, UTF_8);
    int last = text.indexOf('"', text.indexOf("\"signature\":\"") + 13) - 1;
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int i = 0; i < alphabet.length(); i++) {
      var other = alphabet.charAt(i);
      var changed = text.substring(0, last) + other + text.substring(last + 1);
      if (changed.equals(text)) continue;
      assertThat(TestVerify.verify(changed.getBytes(UTF_8), receipts.published(), nothing).good())
          .as("ends with %s", other)
          .isFalse();
    }
  }

  static Stream<List<String>> changes() {
    return Stream.of(
        List.of("decisions", "\"address\":\"reviewer@local.example\"", "\"address\":\"other@x\""),
        List.of("revisions", "\"target\":\"client@example.com\"", "\"target\":\"me@x\""),
        List.of("effects", "\"standing\":\"DONE\"", "\"standing\":\"PREVENTED\""),
        List.of("artifacts", "\"name\":\"comparison.pdf\"", "\"name\":\"comparison2.pdf\""),
        List.of("inputs", "\"name\":\"scope.pdf\"", "\"name\":\"scope2.pdf\""),
        List.of("job", "\"title\":\"Annex roof\"", "\"title\":\"Annex floor\""),
        List.of("notifications", "reviewers_told", "reviewers_tald"),
        List.of("steps", "\"name\":\"extract\"", "\"name\":\"extracd\""),
        List.of("timeline", "\\\"type\\\":\\\"approved\\\"", "\\\"type\\\":\\\"rejected\\\""),
        List.of("citations", "\"page\":1", "\"page\":2"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void what_was_changed_is_named(List<String> change) {
    var text = new String(receipt, UTF_8);
    var from = text.indexOf("\"" + change.getFirst() + "\":");
    var at = text.indexOf(change.get(1), from);
    assertThat(at).as("there is %s", change.get(1)).isPositive();
    var changed =
        text.substring(0, at) + change.get(2) + text.substring(at + change.get(1).length());

    var said =
        TestVerify.verify(CanonicalJson.of(changed).getBytes(UTF_8), receipts.published(), nothing);

    assertThat(said.blames(change.getFirst())).as("%s", said.lines()).isTrue();
    assertThat(said.blames("form") || said.blames("signature")).as("%s", said.lines()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "comparison.html,artifacts",
    "comparison.json,artifacts",
    "comparison.pdf,artifacts",
    "comparison.xlsx,artifacts",
    "scope.pdf,inputs",
    "bid_a_summit_ridge.pdf,inputs"
  })
  void no_single_byte_of_a_file_beside_it_can_be_changed(String name, String part)
      throws IOException {
    var file = files.resolve(name);
    var bytes = Files.readAllBytes(file);
    var random = new Random(SEED);
    try {
      for (int i = 0; i < 4; i++) {
        var changed = bytes.clone();
        changed[random.nextInt(changed.length)] ^= 1;
        Files.write(file, changed);
        var said = TestVerify.verify(receipt, receipts.published(), files);
        assertThat(said.wrong()).singleElement().asString().startsWith(part + " " + name);
      }
    } finally {
      Files.write(file, bytes);
    }
  }

  @Test
  void white_space_at_its_end_is_a_change_too() {
    var changed = (new String(receipt, UTF_8) + "\n").getBytes(UTF_8);

    assertThat(TestVerify.verify(changed, receipts.published(), nothing).blames("form")).isTrue();
  }

  @Test
  void a_section_that_is_put_in_or_taken_out_is_named() {
    var text = new String(receipt, UTF_8);
    var more = text.replaceFirst("\\{", "{\"aside\":[],");
    var less = text.replace("\"calls\":[],", "");

    assertThat(verified(more).blames("aside")).isTrue();
    assertThat(verified(less).blames("calls")).isTrue();
  }

  @Test
  void without_a_key_the_hashes_are_checked_and_the_signature_is_said_not_to_be() {
    var said = TestVerify.withoutKeys(receipt, files);

    assertThat(said.good()).isFalse();
    assertThat(said.wrong()).isEmpty();
    assertThat(said.exitCode()).isEqualTo(3);
    assertThat(said.lines()).anyMatch(line -> line.matches("unchecked +signature +give KEYS=.*"));
  }

  @Test
  void without_a_key_what_was_changed_is_named_all_the_same() {
    var changed = new String(receipt, UTF_8).replace("Annex roof", "Annex floor");

    var said = TestVerify.withoutKeys(CanonicalJson.of(changed).getBytes(UTF_8), files);

    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.blames("job")).isTrue();
  }

  /// Beside the changes at random places.
  @Test
  void one_changed_byte_in_each_section_and_each_file_is_found_and_named() throws IOException {
    var text = new String(receipt, UTF_8);
    var all = new ObjectMapper().readTree(receipt);
    for (var section : SECTIONS) {
      var part = "\"%s\":%s".formatted(section, CanonicalJson.of(all.path(section).toString()));
      var changed = receipt.clone();
      changed[digitAfter(text, text.indexOf(part) + section.length() + 3)] ^= 1;
      var said = TestVerify.verify(changed, receipts.published(), nothing);
      assertThat(said.exitCode()).as(section).isEqualTo(1);
      assertThat(said.blames(section)).as("%s: %s", section, said.wrong()).isTrue();
    }
    for (var name : FILES) {
      var file = files.resolve(name);
      var bytes = Files.readAllBytes(file);
      var changed = bytes.clone();
      changed[bytes.length / 2] ^= 1;
      Files.write(file, changed);
      var said = TestVerify.verify(receipt, receipts.published(), files);
      Files.write(file, bytes);
      assertThat(said.exitCode()).as(name).isEqualTo(1);
      assertThat(said.wrong()).singleElement().asString().contains(name);
    }
  }

  /// The place of a digit in a word: another digit there leaves the form as it is.
  private static int digitAfter(String text, int from) {
    var digit = Pattern.compile("[a-z_-][0-9]").matcher(text);
    assertThat(digit.find(from)).isTrue();
    return text.substring(0, digit.end() - 1).getBytes(UTF_8).length;
  }

  private TestVerify.Said verified(String text) {
    return TestVerify.verify(text.getBytes(UTF_8), receipts.published(), nothing);
  }
}

package dev.countersign.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.approval.TestApproval;
import dev.countersign.job.Job;
import dev.countersign.receipt.TestReceipts;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.store.CanonicalJson;
import dev.countersign.store.ToolRow;
import dev.countersign.verify.TestVerify;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What models were asked and which tools they used is in a job's receipt, by names and counts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptOfModelsTest {
  @TempDir static Path files;
  private final TestEngine engine = new TestEngine();
  private final TestReceipts receipts =
      new TestReceipts(engine.store, TestApproval.keys(false), engine.clock);
  private Job job;
  private byte[] receipt = new byte[0];

  @BeforeAll
  void anAgentThatReadAPage() throws IOException {
    job = engine.job(ComparisonDone.awaitingApproval(engine));
    var log = engine.store.calls();
    var asked = asked();
    assertThat(log.write(log.begun(job.id(), asked, engine.clock.instant()))).isTrue();
    assertThat(log.write(log.ended(job.id(), asked, answered(asked)))).isTrue();
    var use =
        new ToolRow(
            "finder", 1, 1, "read_page", List.of("page"), 20, "found", 90, 1, asked.startedAt());
    assertThat(log.write(engine.store.tools().line(job, use))).isTrue();
    receipt = receipts.of(job);
    ComparisonDone.save(engine, job.id(), files);
  }

  @AfterAll
  void close() throws IOException {
    engine.close();
  }

  @Test
  void it_names_model_wording_tokens_and_cost_and_no_word_of_theirs() throws IOException {
    var call = new ObjectMapper().readTree(receipt).path("calls").path(0);

    assertThat(verified(receipt).wrong()).isEmpty();
    assertThat(call.path("model").asText()).isEqualTo("small-model");
    assertThat(call.path("prompt").asText()).isEqualTo("find-warranty@2");
    assertThat(call.path("cost").asText()).isEqualTo("0.0012");
    assertThat(call.path("tokens").path("output").asLong()).isEqualTo(210);
    assertThat(call.has("content")).isFalse();
  }

  @Test
  void it_names_each_use_of_a_tool() throws IOException {
    var use = new ObjectMapper().readTree(receipt).path("tools").path(0);

    assertThat(use.path("agent").asText()).isEqualTo("finder");
    assertThat(use.path("tool").asText()).isEqualTo("read_page");
    assertThat(use.path("outcome").asText()).isEqualTo("found");
  }

  @ParameterizedTest
  @CsvSource({"calls,small-model,large-model", "calls,0.0012,0.0011", "tools,read_page,read_more"})
  void what_was_changed_of_them_is_named(String section, String from, String to) {
    var changed = CanonicalJson.of(new String(receipt, UTF_8).replace(from, to));

    assertThat(verified(changed.getBytes(UTF_8)).blames(section)).isTrue();
  }

  @Test
  void a_receipt_from_before_there_were_tools_still_holds() {
    assertThat(verified(receipts.before("tools", job)).wrong()).isEmpty();
  }

  private TestVerify.Said verified(byte[] file) {
    return TestVerify.verify(file, receipts.published(), files);
  }

  private CallRow asked() {
    var at = engine.clock.instant();
    return CallRow.begun(
        "call_1",
        new CallRow.About("draft", 1, 1, "finder/turn-1", 1, false, false),
        new CallRow.Asks("models.example", "small-model", "find-warranty@2"),
        at.plusSeconds(600),
        at,
        new CallRow.Worst(new BigDecimal("0.02"), null),
        false);
  }

  private CallRow answered(CallRow asked) {
    var cost =
        new CallRow.Cost(
            new BigDecimal("0.0012"), new CallRow.Tokens(1204, 300, 210, 0), "resp_9", "stop");
    var content = new CallRow.Content("calls/%s/call_1.json".formatted(job.id()), "0".repeat(64));
    return asked.ended(Standing.DONE, asked.startedAt().plusSeconds(7), "answered", cost, content);
  }
}

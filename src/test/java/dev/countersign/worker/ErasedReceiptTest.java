package dev.countersign.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.approval.TestApproval;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.JobId;
import dev.countersign.receipt.TestReceipts;
import dev.countersign.store.Commit;
import dev.countersign.store.S3Objects;
import dev.countersign.verify.TestVerify;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values go, hashes stay; keys come and go, and what they signed still holds.
class ErasedReceiptTest {
  private static final List<String> PERSONAL =
      List.of("submitter@", "reviewer@", "client@", "Annex", "summit_ridge", "Call the roofer");
  private final TestEngine engine = new TestEngine();
  private final TestReceipts receipts =
      new TestReceipts(engine.store, TestApproval.keys(false), engine.clock);
  @TempDir Path nothing;

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  @Test
  void the_receipt_of_an_erased_job_holds_and_says_what_was_erased() throws IOException {
    var id = ComparisonDone.awaitingApproval(engine);
    engine.says(id, new Say.RequestChanges("Call the roofer."));
    engine.start().workOff();
    engine.approves(id);
    engine.start().workOff();
    var before = engine.job(id);
    var artifact = engine.store.artifacts().newest(id, "comparison.pdf").orElseThrow();
    assertThat(new String(receipts.of(before), UTF_8)).contains(PERSONAL);

    erase(id);

    var after = receipts.of(engine.job(id));
    var said = TestVerify.verify(after, receipts.published(), nothing);
    assertThat(said.wrong()).isEmpty();
    assertThat(String.join("\n", said.lines()))
        .containsPattern("note +erased +at .*\"documents\":\"2\"");
    assertThat(new String(after, UTF_8))
        .doesNotContain(PERSONAL)
        .contains(artifact.sha256(), "(erased)");
    assertThat(engine.job(id).state().status()).isEqualTo("completed");
    assertThat(engine.timeline(id)).endsWith("effect_done", "erased");
    assertThatThrownBy(() -> engine.store.artifacts().bytes(artifact))
        .isInstanceOf(S3Objects.Altered.class);
    for (var item : engine.items(id)) assertThat(item).doesNotContain(PERSONAL);
  }

  @Test
  void erasing_that_broke_off_is_finished_by_asking_again_and_told_once() throws IOException {
    var id = ComparisonDone.in(engine);
    engine.store.erasure().record(engine.job(id), "operator@local.example", engine.clock.instant());
    assertThat(engine.store.erasure().recordedAt(id)).isPresent();

    engine.store.erasure().finish(id);
    engine.store.erasure().finish(id);

    assertThat(engine.timeline(id)).containsOnlyOnce("erased");
    for (var item : engine.items(id)) assertThat(item).doesNotContain(PERSONAL);
  }

  @Test
  void a_rotated_key_still_verifies_and_a_strange_one_says_so() throws IOException {
    var id = ComparisonDone.in(engine);
    var old = receipts.of(engine.job(id));
    var rotated = new TestReceipts(engine.store, TestApproval.keys(true), engine.clock);
    var strange = new TestReceipts(engine.store, TestApproval.otherKeys(), engine.clock);

    assertThat(TestVerify.verify(old, rotated.published(), nothing).blames("signature")).isFalse();
    var fresh = TestVerify.verify(rotated.of(engine.job(id)), rotated.published(), nothing);
    assertThat(fresh.blames("signature")).isFalse();
    assertThat(TestVerify.verify(old, strange.published(), nothing).wrong())
        .anySatisfy(line -> assertThat(line).startsWith("signature wrong key: made with "));
  }

  @Test
  void an_operator_s_receipt_holds_without_what_is_in_the_job() throws IOException {
    var id = ComparisonDone.awaitingApproval(engine);
    engine.says(id, new Say.Reject("Call the roofer."));

    var receipt = receipts.withoutContent(engine.job(id));

    var said = TestVerify.verify(receipt, receipts.published(), nothing);
    assertThat(said.wrong()).allMatch(line -> line.contains("is missing"));
    assertThat(new String(receipt, UTF_8))
        .contains("submitter@local.example", "reviewer@local.example", "(withheld)")
        .doesNotContain("client@", "Annex", "summit_ridge", "Call the roofer");
  }

  private void erase(JobId id) {
    var recorded =
        engine
            .store
            .erasure()
            .record(engine.job(id), "operator@local.example", engine.clock.instant());
    assertThat(recorded).isInstanceOf(Commit.Committed.class);
    engine.store.erasure().finish(id);
  }
}

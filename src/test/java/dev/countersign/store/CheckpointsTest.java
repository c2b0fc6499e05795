package dev.countersign.store;

import static dev.countersign.job.JobFixtures.aJobBeingWorkedOn;
import static dev.countersign.job.JobFixtures.seconds;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.Faults;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobMachine;
import dev.countersign.job.Verdict;
import dev.countersign.workflow.Artifact;
import dev.countersign.workflow.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final String LARGE = "\"" + "x".repeat(600_000) + "\"";
  private final TestStore store = Stores.with(new Faults());

  @Test
  void a_small_result_is_in_its_item_and_a_large_one_in_the_bucket() {
    var job = Stores.put(store, aJobBeingWorkedOn());

    assertThat(store.checkpoints().write(job, "read", "{}").result())
        .isEqualTo(new Body.Inline("{}"));
    assertThat(store.checkpoints().write(job, "read", LARGE).result())
        .isInstanceOf(Body.InS3.class);
  }

  @Test
  void a_committed_result_is_read_back_by_its_reference() {
    var job = Stores.put(store, aJobBeingWorkedOn());

    var after = commit(job, LARGE);

    var reference = requireNonNull(after.progress().runs().getFirst().checkpoint());
    assertThat(store.checkpoints().read(job.id(), reference)).isEqualTo(LARGE);
  }

  @Test
  void parts_are_kept_by_their_keys_until_the_step_is_done() {
    var job = Stores.put(store, aJobBeingWorkedOn());

    assertThat(store.checkpoints().writePart(job, "read", "src_1", "{\"pages\":1}")).isTrue();
    assertThat(store.checkpoints().writePart(job, "read", "src_2", LARGE)).isTrue();
    assertThat(store.checkpoints().writePart(job, "reading", "src_3", "{}")).isTrue();

    assertThat(store.checkpoints().parts(job.id(), "read", 1))
        .containsOnlyKeys("src_1", "src_2")
        .containsEntry("src_2", LARGE);
  }

  @Test
  void a_worker_that_lost_the_job_stores_no_part() {
    var slow = Stores.put(store, aJobBeingWorkedOn());
    store.jobs().take(slow.id(), "worker-2", seconds(100));

    assertThat(store.checkpoints().writePart(slow, "read", "src_1", "{}")).isFalse();
    assertThat(store.checkpoints().parts(slow.id(), "read", 1)).isEmpty();
  }

  @Test
  void the_newest_version_of_a_file_is_the_committed_one() {
    var job = Stores.put(store, aJobBeingWorkedOn());
    var bytes = "<p>two bids</p>".getBytes(UTF_8);
    var artifact = new Artifact("packet.html", "text/html", bytes);
    store.artifacts().write(job.id(), 9, artifact);

    commit(job, "{}", store.artifacts().write(job.id(), 1, artifact));

    var newest = store.artifacts().newest(job.id(), "packet.html").orElseThrow();
    assertThat(newest.revision()).isEqualTo(1);
    assertThat(store.artifacts().bytes(newest)).isEqualTo(bytes);
    assertThat(store.artifacts().link(newest, Duration.ofMinutes(5)).getQuery())
        .contains("X-Amz-Signature");
  }

  @Test
  void bytes_that_were_swapped_are_not_handed_out() {
    var job = Stores.put(store, aJobBeingWorkedOn());
    var bytes = "pay 100".getBytes(UTF_8);
    store.objects().put("jobs/" + job.id() + "/x", bytes, "text/plain", Sha256.hex(bytes));

    assertThatThrownBy(() -> store.objects().read("jobs/" + job.id() + "/x", Sha256.hex("pay 900")))
        .isInstanceOf(S3Objects.Altered.class);
    assertThatThrownBy(() -> store.objects().read("jobs/none", Sha256.hex("")))
        .isInstanceOf(S3Objects.Altered.class);
  }

  @Test
  void a_source_comes_back_as_it_was_uploaded(@TempDir Path temp) throws IOException {
    var job = Stores.put(store, aJobBeingWorkedOn());
    var upload = Files.writeString(temp.resolve("upload"), "a bid");
    var source = new Source("src_1", "files", "bid.txt", "text/plain", 5, Sha256.hex(upload));
    store.files().put(job.id(), source, upload);

    store.files().download(job.id(), source, temp.resolve("copy"));

    assertThat(temp.resolve("copy")).hasContent("a bid");
  }

  private Job commit(Job job, String json, Attachment... with) {
    var result = store.checkpoints().write(job, "read", json);
    var event = new JobEvent.StepDone(seconds(2), job.fence(), "read", result.reference(), false);
    var all = new ArrayList<Attachment>(List.of(with));
    all.add(result);
    var moved = (Verdict.Moved) JobMachine.apply(job, event);
    return ((Commit.Committed) store.jobs().commit(job, moved, all)).job();
  }
}

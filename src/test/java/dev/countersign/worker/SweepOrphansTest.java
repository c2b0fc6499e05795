package dev.countersign.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sweeper drops the files of a submission that was broken off before there was a job.
class SweepOrphansTest {
  private static final String SHA256_OF_X =
      "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
  @TempDir Path temp;

  @Test
  void after_an_hour_and_not_before() throws IOException {
    try (var engine = new TestEngine()) {
      var store = engine.store;
      var id = store.ids().job();
      var source = new Source(store.ids().source(), "files", "a.txt", "text/plain", 1, SHA256_OF_X);
      store.intake().begin(id, List.of(source), engine.clock.instant());
      store.files().put(id, source, Files.write(temp.resolve("a"), "x".getBytes(UTF_8)));
      var sweep = engine.start().sweep;

      engine.clock.advance(Duration.ofMinutes(59));
      assertThat(sweep.run(TimeLeft.UNLIMITED).looked()).isZero();
      store.files().download(id, source, temp.resolve("still"));
      engine.clock.advance(Duration.ofMinutes(2));
      assertThat(sweep.run(TimeLeft.UNLIMITED).looked()).isEqualTo(1);

      assertThatThrownBy(() -> store.files().download(id, source, temp.resolve("gone")))
          .isInstanceOf(Fatal.class);
      assertThat(sweep.run(TimeLeft.UNLIMITED).looked()).isZero();
    }
  }
}

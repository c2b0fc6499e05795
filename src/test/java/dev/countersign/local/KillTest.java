package dev.countersign.local;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The built program, killed by the operating system in mid-step and started again. Its queue was
/// in memory; what is on disk has to be enough.
@Tag("kill")
@Timeout(180)
class KillTest {
  private static final Path PROGRAM = Path.of("target/local/quarkus-app/quarkus-run.jar");
  private static final Pattern JOB = Pattern.compile("job_[0-9a-f-]{36}");

  @TempDir Path data;
  private Process process;
  private int port;

  @BeforeEach
  void start() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    process = started("run");
  }

  @AfterEach
  void stop() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Test
  void a_killed_process_goes_on_from_the_last_checkpoint() throws Exception {
    String before = linesUntil("extract   done");
    process.destroyForcibly().waitFor();
    process = started("serve");
    linesUntil("Serving at");
    var found = JOB.matcher(before);
    assertThat(found.find()).isTrue();
    assertThat(before).as("what is for CloudWatch, at a terminal").doesNotContain("_aws");
    String job = "/jobs/" + found.group();

    while (List.of("queued", "running").contains(get(job).getString("status"))) Thread.onSpinWait();

    assertThat(get(job).getString("status")).isEqualTo("needs_review");
    var done = get(job + "/events").getList("events.findAll { it.type == 'step_done' }.facts.step");
    assertThat(Collections.frequency(done, "read")).isOne();
    assertThat(Collections.frequency(done, "extract")).isOne();
    assertThat(done).doesNotHaveDuplicates().contains("draft", "verify");
    assertThat(get(job).getList("steps.findAll { it.name in ['read', 'extract'] }.attempts"))
        .isEqualTo(List.of(1, 1));
  }

  private Process started(String wish) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-jar",
            PROGRAM.toString(),
            wish);
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("COUNTERSIGN_DATA", data.toString());
    return builder.redirectErrorStream(true).start();
  }

  /// All that the process said until it said this.
  private String linesUntil(String words) throws IOException {
    var said = new StringBuilder();
    BufferedReader lines = process.inputReader(UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.contains(words)) return said.toString();
    }
    throw new AssertionError("It ended without saying \"%s\":%n%s".formatted(words, said));
  }

  private JsonPath get(String path) {
    return given()
        .port(port)
        .auth()
        .preemptive()
        .basic("submitter", "submitter")
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}

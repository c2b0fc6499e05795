package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import dev.countersign.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A dependency that takes the connection and never answers, under the timeouts of the cloud.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
@TestProfile(UnavailableTest.NothingAnswers.class)
class UnavailableTest {
  /// After 30 s the gateway would answer in our place.
  private static final Duration GATEWAY = Duration.ofSeconds(30);

  public static final class NothingAnswers implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.dynamodb.endpoint-override", "http://127.0.0.1:" + listening().getLocalPort(),
          "countersign.aws.call-timeout", "4S",
          "countersign.aws.attempt-timeout", "2S");
    }

    /// Connections wait in its backlog; nobody ever takes one.
    private static ServerSocket listening() {
      try {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void is_a_problem_of_ours_in_time_and_says_when_to_try_again() {
    var begun = System.nanoTime();

    as("submitter")
        .get("/jobs")
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .contentType(containsString("application/problem+json"))
        .body("type", endsWith(":unavailable"));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(GATEWAY.dividedBy(2));
  }
}

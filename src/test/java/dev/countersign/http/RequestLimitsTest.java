package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static dev.countersign.http.Calls.browser;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import dev.countersign.AsInTheCloud;
import dev.countersign.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What may come in, with the cloud's limit in force: just under passes, just over is refused with
/// what to do.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
@TestProfile(AsInTheCloud.class)
class RequestLimitsTest {
  private static final int MOST = AsInTheCloud.MOST_BYTES;

  @Test
  void a_form_of_just_the_limit_passes_and_one_byte_more_is_sent_to_uploads() {
    post(form(MOST)).then().statusCode(202);

    post(form(MOST + 1))
        .then()
        .statusCode(413)
        .contentType(containsString("application/problem+json"))
        .body("type", endsWith(":too-large"))
        .body("detail", containsString("4.2 MB"))
        .body("remedy", containsString("/uploads"));
  }

  @Test
  void a_body_that_does_not_say_its_length_is_held_to_the_limit_too() throws IOException {
    assertThat(chunked(form(MOST + 1))).startsWith("HTTP/1.1 413");
  }

  @Test
  void a_form_without_a_boundary_is_refused_with_how_to_send_it() {
    for (var type : List.of("multipart/form-data", "multipart/form-data; boundary="))
      as("submitter")
          .header("Content-Type", type)
          .body("x".getBytes(UTF_8))
          .post("/jobs")
          .then()
          .statusCode(400)
          .body("type", endsWith(":bad-request"))
          .body("detail", containsString("boundary"));
  }

  @Test
  void headers_of_ten_kilobytes_pass_and_more_do_not() {
    as("submitter").header("X-Filler", "x".repeat(9_500)).get("/jobs").then().statusCode(200);
    as("submitter").header("X-Filler", "x".repeat(10_240)).get("/jobs").then().statusCode(431);
  }

  @Test
  void a_key_or_cursor_that_is_too_long_is_refused_by_name() {
    var form = Map.of("workflow", "bid-comparison", "title", "T");
    for (var length : List.of(255, 256))
      as("submitter")
          .header("Idempotency-Key", "k".repeat(length))
          .contentType("application/json")
          .body(form)
          .post("/jobs")
          .then()
          .statusCode(422)
          .body("detail", containsString(length == 255 ? "files" : "Idempotency-Key"));
    as("submitter")
        .get("/jobs?cursor=" + "A".repeat(2_000))
        .then()
        .statusCode(400)
        .body("detail", containsString("cursor"));
  }

  @Test
  void the_form_says_how_much_it_takes_and_its_script_may_reach_the_bucket_only() {
    var page = as("submitter").accept("text/html").get("/ui/new?workflow=bid-comparison");

    assertThat(page.asString())
        .contains("data-most=\"4194304\"", "<script src=\"/ui/upload.js\" defer>")
        .contains("Without scripts: 4.2 MB in all.");
    assertThat(page.getHeader("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';")
        .containsPattern("connect-src 'self' http://127\\.0\\.0\\.1:\\d+/countersign/$")
        .doesNotContain("unsafe");
    as("submitter").get("/ui/upload.js").then().statusCode(200);
  }

  @Test
  void the_script_announces_files_with_the_token_of_its_form_only() {
    var browser = browser(as("submitter"), "/ui/new?workflow=bid-comparison");
    var file = Map.of("name", "a.pdf", "size", 1, "sha256", "0".repeat(64));

    as("submitter")
        .contentType("application/json")
        .body(Map.of("files", List.of(file)))
        .post("/ui/uploads")
        .then()
        .statusCode(403);
    as("submitter")
        .contentType("application/json")
        .accept("application/json")
        .cookie("countersign_form", browser.cookie())
        .header("X-Form-Token", browser.token())
        .body(Map.of("files", List.of(file)))
        .post("/ui/uploads")
        .then()
        .statusCode(201);
  }

  private static Response post(byte[] form) {
    return as("submitter").contentType("multipart/form-data; boundary=b").body(form).post("/jobs");
  }

  /// A whole submission of that many bytes.
  private static byte[] form(int bytes) {
    var head =
        part("workflow", "", "bid-comparison")
            + part("title", "", "T")
            + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n";
    var tail = "\r\n--b--\r\n";
    return (head + "x".repeat(bytes - head.length() - tail.length()) + tail).getBytes(US_ASCII);
  }

  private static String part(String name, String more, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
        .formatted(name, more, value);
  }

  private static String chunked(byte[] body) throws IOException {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      var out = new ByteArrayOutputStream();
      out.writeBytes(
          """
          POST /jobs HTTP/1.1\r
          Host: localhost\r
          Authorization: Basic c3VibWl0dGVyOnN1Ym1pdHRlcg==\r
          Content-Type: multipart/form-data; boundary=b\r
          Transfer-Encoding: chunked\r
          \r
          %x\r
          """
              .formatted(body.length)
              .getBytes(US_ASCII));
      out.writeBytes(body);
      out.writeBytes("\r\n0\r\n\r\n".getBytes(US_ASCII));
      socket.getOutputStream().write(out.toByteArray());
      var answer = new byte[8192];
      int read = socket.getInputStream().read(answer);
      return new String(answer, 0, read, UTF_8);
    }
  }
}

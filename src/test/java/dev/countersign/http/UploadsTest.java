package dev.countersign.http;

import static dev.countersign.http.Calls.as;
import static dev.countersign.http.Calls.nobody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.approval.ProposalDigest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Files that come before their job, as a program brings them.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class UploadsTest {
  private static final byte[] BID = "%PDF-1.4 a bid".getBytes(UTF_8);

  @Test
  void what_was_uploaded_is_submitted_by_its_id() throws Exception {
    var upload = announced(file("Bid of Harborline.pdf", BID));
    assertThat(put(upload, BID)).isEqualTo(200);

    submit(List.of(id(upload)), "uploads", null)
        .then()
        .statusCode(202)
        .body("sources[0].name", equalTo("Bid of Harborline.pdf"))
        .body("sources[0].sha256", equalTo(ProposalDigest.sha256(BID)))
        .body("sources[0].bytes", equalTo(BID.length));
  }

  @Test
  void the_same_key_knows_the_same_files_whichever_way_they_came() throws Exception {
    var key = UUID.randomUUID().toString();
    var upload = announced(file("a.pdf", BID));
    put(upload, BID);
    var first = submit(List.of(id(upload)), "Same", key);

    var again =
        as("submitter")
            .header("Idempotency-Key", key)
            .multiPart("workflow", "bid-comparison")
            .multiPart("title", "Same")
            .multiPart("files", "a.pdf", BID, "application/octet-stream")
            .post("/jobs");

    again.then().statusCode(202).body("id", equalTo(first.path("id")));
  }

  @Test
  void a_form_takes_ids_beside_files() throws Exception {
    var upload = announced(file("a.pdf", BID));
    put(upload, BID);

    as("submitter")
        .multiPart("workflow", "bid-comparison")
        .multiPart("title", "Both ways")
        .multiPart("uploads", id(upload))
        .multiPart("files", "b.pdf", BID, "application/pdf")
        .post("/jobs")
        .then()
        .statusCode(202)
        .body("sources.name", hasItem("a.pdf"))
        .body("sources.name", hasItem("b.pdf"));
  }

  @Test
  void only_who_may_submit_may_announce_and_only_known_ids_can_be_submitted() {
    problem(submit(List.of("upl_none"), "T", null), 422, "unknown-upload");
    as("reviewer")
        .contentType("application/json")
        .body("{}")
        .post("/uploads")
        .then()
        .statusCode(403);
    nobody().contentType("application/json").body("{}").post("/uploads").then().statusCode(401);
  }

  @Test
  void what_is_not_there_yet_is_asked_for() {
    var upload = announced(file("late.pdf", BID));

    problem(submit(List.of(id(upload)), "T", null), 409, "not-uploaded")
        .then()
        .body("detail", containsString("late.pdf"));
  }

  @Test
  void files_that_could_not_be_submitted_are_refused_before_they_are_uploaded() {
    problem(announce(List.of()), 422, "bad-input");
    problem(announce(many(21)), 422, "too-many-files");
    problem(announce(List.of(declared("a.pdf", 26_214_401))), 413, "too-large");
    problem(announce(sized(4, 26_214_400, 1)), 413, "too-large");
    problem(announce(List.of(declared("a.exe", 1))), 422, "type-not-taken");
    problem(announce(List.of(declared("a.pdf", 1), declared("A.PDF", 1))), 422, "duplicate-name");
    problem(announce(List.of(declared("a.pdf", 0))), 422, "bad-input");
    problem(announce(List.of(with(declared("a.pdf", 1), "sha256", "abc"))), 422, "bad-input");
    problem(announce(List.of(with(declared("a.pdf", 1), "role", "lunch"))), 422, "bad-input");
    problem(
        announce(List.of(with(declared("a.pdf", 1), "media_type", "a\r\nb: c"))),
        422,
        "type-not-taken");
  }

  @Test
  void what_just_fits_is_taken() {
    announce(sized(4, 26_214_400, 0)).then().statusCode(201);
    announce(many(20)).then().statusCode(201);
  }

  @Test
  void an_upload_named_twice_or_two_of_one_name_are_refused() {
    var one = announced(declared("a.pdf", 1));
    var other = announced(declared("a.pdf", 1));

    problem(submit(List.of(id(one), id(one)), "T", null), 422, "duplicate-name");
    problem(submit(List.of(id(one), id(other)), "T", null), 422, "duplicate-name");
    problem(
        submit(IntStream.range(0, 101).mapToObj(i -> "upl_" + i).toList(), "T", null),
        422,
        "too-many-files");
  }

  @Test
  void an_unknown_field_is_named_with_those_that_are_known() {
    problem(announce(List.of(with(declared("a.pdf", 1), "length", 1))), 400, "unknown-field")
        .then()
        .body("detail", containsString("length"))
        .body("remedy", containsString("size"));
  }

  private static Response submit(List<String> uploads, String title, @Nullable String key) {
    var call = as("submitter").contentType("application/json");
    if (key != null) call.header("Idempotency-Key", key);
    return call.body(Map.of("workflow", "bid-comparison", "title", title, "uploads", uploads))
        .post("/jobs");
  }

  private static Response announce(List<Map<String, Object>> files) {
    return as("submitter")
        .contentType("application/json")
        .body(Map.of("files", files))
        .post("/uploads");
  }

  private static Response announced(Map<String, Object> file) {
    var answer = announce(List.of(file));
    answer
        .then()
        .statusCode(201)
        .body("uploads[0].method", equalTo("PUT"))
        .body("uploads[0].url", not(containsString("submitter")))
        .body("uploads[0].headers.if-none-match", equalTo("*"));
    return answer;
  }

  private static String id(Response announced) {
    return announced.path("uploads[0].id");
  }

  private static int put(Response announced, byte[] bytes) throws Exception {
    Map<String, String> headers = announced.path("uploads[0].headers");
    String url = announced.path("uploads[0].url");
    var request = HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(bytes));
    headers.forEach((name, value) -> {
      if (!name.equals("content-length")) request.header(name, value);
    });
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  private static Map<String, Object> file(String name, byte[] bytes) {
    return Map.of("name", name, "size", bytes.length, "sha256", ProposalDigest.sha256(bytes));
  }

  private static Map<String, Object> declared(String name, long size) {
    return Map.of("name", name, "size", size, "sha256", "0".repeat(64));
  }

  private static Map<String, Object> with(Map<String, Object> file, String name, Object value) {
    var other = new HashMap<>(file);
    other.put(name, value);
    return other;
  }

  private static List<Map<String, Object>> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> declared(i + ".pdf", 1)).toList();
  }

  /// @param more bytes of one more file; 0 for none
  private static List<Map<String, Object>> sized(int count, long each, long more) {
    var files = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < count; i++) files.add(declared(i + ".pdf", each));
    if (more > 0) files.add(declared("more.pdf", more));
    return files;
  }

  private static Response problem(Response response, int status, String name) {
    response
        .then()
        .statusCode(status)
        .body("type", endsWith(":" + name))
        .body("remedy", not(equalTo("")));
    return response;
  }
}

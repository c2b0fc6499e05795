package dev.countersign.lambda;

import dev.countersign.approval.ProposalDigest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The sample packet on its way to the API, by either of the two ways.
final class Packet {
  private static final Path FOLDER = Path.of("samples", "bid-comparison", "maple-court-kitchen");

  private final Visitor submitter;
  private final HttpClient http = HttpClient.newHttpClient();

  Packet(Visitor submitter) {
    this.submitter = submitter;
  }

  /// All files in one multipart request.
  ///
  /// @return the job's id
  String submitAsForm(String title, String deliverTo) {
    var request =
        submitter
            .asks()
            .multiPart("workflow", "bid-comparison")
            .multiPart("title", title)
            .multiPart("deliver_to", deliverTo)
            .multiPart("scope", FOLDER.resolve("scope.csv").toFile(), "text/csv");
    for (var bid : bids()) request.multiPart("files", bid.toFile(), "application/pdf");
    return accepted(request.post("/jobs"));
  }

  /// Each file by itself into the bucket, then the job by their ids.
  ///
  /// @return the job's id
  String submitUploads(String title, String deliverTo) throws IOException, InterruptedException {
    return accepted(submitUploaded(title, deliverTo, all().size()));
  }

  /// The same, but the last file never comes.
  Response submitHalf(String title, String deliverTo) throws IOException, InterruptedException {
    return submitUploaded(title, deliverTo, all().size() - 1);
  }

  /// @param sent how many of the declared files are uploaded
  private Response submitUploaded(String title, String deliverTo, int sent)
      throws IOException, InterruptedException {
    var files = all();
    var places = declare(files);
    for (int i = 0; i < sent; i++) upload(places, i, files.get(i));
    return submitter
        .asks()
        .contentType("application/json")
        .body(
            Map.of(
                "workflow",
                "bid-comparison",
                "title",
                title,
                "inputs",
                Map.of("deliver_to", deliverTo),
                "uploads",
                places.getList("uploads.id")))
        .post("/jobs");
  }

  private JsonPath declare(List<Path> files) {
    return submitter
        .asks()
        .contentType("application/json")
        .body(Map.of("files", files.stream().map(Packet::declared).toList()))
        .post("/uploads")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private void upload(JsonPath places, int index, Path file)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(places.getString("uploads[%d].url".formatted(index))))
            .PUT(HttpRequest.BodyPublishers.ofFile(file));
    Map<String, String> headers = places.getMap("uploads[%d].headers".formatted(index));
    headers.forEach((name, value) -> {
      if (!name.equalsIgnoreCase("content-length")) request.header(name, value); // the client's own
    });
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200)
      throw new AssertionError("%s was not taken: %s".formatted(file, answer.body()));
  }

  private static Map<String, Object> declared(Path file) {
    var bytes = bytes(file);
    boolean scope = file.endsWith("scope.csv");
    return Map.of(
        "role",
        scope ? "scope" : "files",
        "name",
        file.getFileName().toString(),
        "size",
        bytes.length,
        "sha256",
        ProposalDigest.sha256(bytes),
        "media_type",
        scope ? "text/csv" : "application/pdf");
  }

  private static String accepted(Response answer) {
    if (answer.statusCode() != 202 && answer.statusCode() != 200)
      throw new AssertionError(answer.statusCode() + " " + answer.asString());
    return answer.jsonPath().getString("id");
  }

  private static List<Path> all() {
    var files = new ArrayList<>(List.of(FOLDER.resolve("scope.csv")));
    files.addAll(bids());
    return files;
  }

  private static List<Path> bids() {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.countersign.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/// The API as the submitter uses it from outside, over HTTP.
final class JobsClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUBMITTER = "submitter";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  JobsClient(URI base) {
    this.base = base;
  }

  JsonNode submit(SamplePacket packet) throws IOException, InterruptedException {
    var form = packet.form("client@example.com");
    return answer(
        request("/jobs")
            .header("Content-Type", FormData.contentType())
            .POST(BodyPublishers.ofByteArray(form))
            .build());
  }

  JsonNode job(String id) throws IOException, InterruptedException {
    return answer(request("/jobs/" + id).build());
  }

  private HttpRequest.Builder request(String path) {
    String signIn =
        Base64.getEncoder().encodeToString((SUBMITTER + ":" + SUBMITTER).getBytes(UTF_8));
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Accept", "application/json")
        .header("Authorization", "Basic " + signIn);
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300)
      throw new LocalFault(
          "%s %s answered %d: %s"
              .formatted(
                  request.method(), request.uri().getPath(), answer.statusCode(), answer.body()));
    return JSON.readTree(answer.body());
  }
}

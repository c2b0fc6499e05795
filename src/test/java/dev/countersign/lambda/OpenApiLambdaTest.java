package dev.countersign.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The description of the API comes out of the package, which was built without what writes it.
@Tag("lambda")
class OpenApiLambdaTest {
  @Test
  void the_api_describes_itself() throws Exception {
    try (var cloud = new Cloud(Path.of("template.yaml"), Map.of());
        var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(cloud.api().resolve("/openapi")).build();

      var answer = client.send(request, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"3.1.0\"", "/jobs/{id}");
    }
  }
}

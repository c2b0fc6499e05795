package dev.countersign.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The document that is served is the one that the code gives: `mvn test -Dtest=OpenApiDocumentTest
/// -Dcountersign.write-docs=true` writes it.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class OpenApiDocumentTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Path DOCUMENT = Path.of("src/api/resources/openapi.json");

  @Test
  void the_served_document_describes_the_api_as_built() throws IOException {
    var built = withoutPages(given().get("/openapi-as-built?format=json").asString());
    if (Boolean.getBoolean("countersign.write-docs")) Files.writeString(DOCUMENT, built);

    assertThat(Files.readString(DOCUMENT)).isEqualTo(built);
  }

  @Test
  void anybody_may_read_it() {
    given().get("/openapi").then().statusCode(200).body("openapi", startsWith("3.1"));
  }

  /// Pages for people, and what only the one-process build has, are none of the API.
  private static String withoutPages(String document) throws IOException {
    var all = (ObjectNode) JSON.readTree(document);
    var paths = (ObjectNode) all.get("paths");
    paths.retain(
        paths.properties().stream()
            .map(Map.Entry::getKey)
            .filter(OpenApiDocumentTest::isApi)
            .toList());
    return JSON.writeValueAsString(all) + "\n";
  }

  private static boolean isApi(String path) {
    return !path.equals("/") && !path.startsWith("/ui");
  }
}

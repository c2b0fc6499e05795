package dev.countersign.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SamplePacketsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"maple-court-kitchen", "suite-310-tenant-improvement", "school-annex-reroof"})
  void every_quote_of_the_truth_stands_on_its_page(String packet) throws IOException {
    Path folder = Fixtures.PACKETS.resolve(packet);
    JsonNode truth = new ObjectMapper().readTree(folder.resolve("truth.json").toFile());
    List<String> missing = new ArrayList<>();

    for (JsonNode bid : truth.get("bids")) {
      Document document = Fixtures.read(folder.resolve(bid.get("file").asText()));
      assertThat(document.gaps()).isEmpty();
      assertThat(document.pages()).hasSize(bid.get("pages").asInt());
      for (JsonNode quoted : bid.findParents("quote")) {
        if (!quoted.hasNonNull("quote") || !quoted.hasNonNull("page")) continue;
        Page page = document.pages().get(quoted.get("page").asInt() - 1);
        String quote = quoted.get("quote").asText();
        if (!QuoteFinder.on(page).finds(quote)) missing.add(document.name() + ": " + quote);
      }
    }

    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maple-court-kitchen/scope.csv",
        "suite-310-tenant-improvement/scope.xlsx",
        "school-annex-reroof/scope.pdf"
      })
  void every_item_of_the_scope_stands_in_the_scope_document(String file) throws IOException {
    Path scope = Fixtures.PACKETS.resolve(file);
    JsonNode truth = new ObjectMapper().readTree(scope.resolveSibling("truth.json").toFile());

    Document document = Fixtures.read(scope);

    for (JsonNode item : truth.at("/scope/items")) {
      String description = item.get("description").asText();
      assertThat(document.pages())
          .as(description)
          .anyMatch(page -> QuoteFinder.on(page).finds(description));
    }
  }
}

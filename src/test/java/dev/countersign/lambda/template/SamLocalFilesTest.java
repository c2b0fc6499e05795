package dev.countersign.lambda.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What SAM CLI is run with on a laptop is what the template deploys.
class SamLocalFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"Api", "Worker", "Sweeper", "DeadLetters"})
  void each_variable_is_one_that_the_template_gives_that_function(String function)
      throws IOException {
    var tree = CloudFormationYaml.read(Files.readString(Path.of("template.yaml")));
    var declared = variables(Nodes.map(tree, "Globals", "Function"));
    var own = variables(Nodes.map(tree, "Resources", function, "Properties"));

    var given =
        read("infra/local/env.json").path(function).properties().stream()
            .map(Map.Entry::getKey)
            .toList();

    assertThat(declared).isNotEmpty();
    assertThat(given).isNotEmpty().allMatch(n -> declared.containsKey(n) || own.containsKey(n));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"KeySchema", "AttributeDefinitions", "GlobalSecondaryIndexes", "BillingMode"})
  void the_local_table_is_the_templates(String part) throws IOException {
    var table = Template.read(Path.of("template.yaml")).resource("Table");

    var local = read("infra/local/table.json").path(part);

    assertThat(local).isEqualTo(JSON.valueToTree(table.properties().get(part)));
  }

  private static JsonNode read(String file) throws IOException {
    return JSON.readTree(Path.of(file).toFile());
  }

  private static Map<String, Object> variables(Map<String, Object> function) {
    return Nodes.map(function, "Environment", "Variables");
  }
}

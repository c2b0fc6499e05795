package dev.countersign.model.openai;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/// langchain4j's wire types are read by reflection, and registered for native images by its own
/// module; a new version may have forgotten one.
class LangchainRegistrationsTest {
  private static final String WIRE = "dev.langchain4j.model.openai.internal.";
  private static final String REGISTERED =
      "/META-INF/native-image/dev.langchain4j/langchain4j-open-ai/reflect-config.json";

  @Test
  void each_wire_type_of_a_chat_is_registered() throws IOException {
    var registered = new HashSet<String>();
    try (var file = OpenAiChatModel.class.getResourceAsStream(REGISTERED)) {
      new ObjectMapper()
          .readTree(file)
          .forEach(entry -> registered.add(entry.path("name").asText()));
    }
    var wire =
        new ClassFileImporter()
            .importPackages(WIRE + "chat", WIRE + "shared").stream()
                .map(JavaClass::getName)
                .collect(toSet());

    assertThat(wire).contains(WIRE + "chat.ChatCompletionRequest");
    assertThat(registered).containsAll(wire);
  }
}

package dev.countersign.model.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.model.ToolSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class ShippedToolsTest {
  @Inject Tools tools;

  @Test
  void an_agent_gets_the_tools_that_it_names_in_that_order() {
    assertThat(
            tools
                .box(
                    "calculate",
                    "compare_passages",
                    "list_sources",
                    "read_page",
                    "read_table",
                    "search_sources")
                .specs())
        .extracting(ToolSpec::name)
        .hasSize(6)
        .startsWith("calculate", "compare_passages");
  }

  @Test
  void a_tool_that_there_is_not_is_no_agents() {
    assertThatThrownBy(() -> tools.box("send_email")).hasMessage("There is no tool send_email.");
  }
}

package dev.countersign.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StateDiagramTest {
  private static final Path DOC = Path.of("docs", "state.md");

  @Test
  void the_diagram_in_the_docs_is_the_table() throws IOException {
    if (Boolean.getBoolean("countersign.write-docs"))
      Files.writeString(DOC, StateDiagram.markdown());

    assertThat(DOC).content().isEqualTo(StateDiagram.markdown());
  }
}

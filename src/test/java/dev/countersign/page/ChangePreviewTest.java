package dev.countersign.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.effect.RecordChange;
import org.junit.jupiter.api.Test;

/// What a reviewer sees of a change is what the worker renders.
class ChangePreviewTest {
  @Test
  void a_change_is_shown_field_by_field_as_before_and_after() {
    var json = JsonNodeFactory.instance;
    var action =
        new RecordChange(
                "PATCH",
                "\"v7\"",
                "application/merge-patch+json",
                json.objectNode().put("price", "10.00").put("name", "Hood"),
                json.objectNode().put("price", "12.00").put("vendor", "Harborline"),
                "{\"price\":\"12.00\",\"vendor\":\"Harborline\"}")
            .action("https://erp.example.com/items/1", "The hood's price");

    var shown = ChangePreview.of(action.payload(), new ObjectMapper()).orElseThrow();

    assertThat(action.mediaType()).isEqualTo(ChangePreview.MEDIA_TYPE);
    assertThat(shown.fields())
        .containsExactly(
            new ChangePreview.Field("price", "10.00", "12.00"),
            new ChangePreview.Field("vendor", "(none)", "Harborline"));
    assertThat(shown.ifMatch()).isEqualTo("\"v7\"");
    assertThat(shown.written()).isEqualTo("{\"price\":\"12.00\",\"vendor\":\"Harborline\"}");
  }
}

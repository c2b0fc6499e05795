package dev.countersign.effect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.workflow.Action;
import dev.countersign.workflow.Artifact;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewordEmailTest {
  private static final Email EMAIL =
      new Email(
          "client@example.com",
          "Angebote \u201eK\u00fcche\u201c",
          "Dear client,\n\nhere it is: 5 \u20ac = five.\n",
          "<p>Dear client</p>",
          List.of(
              new Artifact("Vergleich \u00fc.pdf", "application/pdf", new byte[] {1, 2, 3, -1}),
              new Artifact("comparison.xlsx", "application/vnd.ms-excel", new byte[] {4, 5})),
          new Email.Stamp("job_1.r1", Instant.parse("2026-03-02T09:00:00Z")));

  private final RenderEmail render = TestMail.rendering();
  private final RewordEmail reword = TestMail.rewording();

  @Test
  void an_email_that_nothing_changes_is_the_very_same_bytes() {
    var action = render.action(EMAIL);

    assertThat(reword.reworded(action, null, null).payload()).isEqualTo(action.payload());
  }

  @Test
  void subject_and_text_change_and_nothing_else_but_the_html_of_the_old_text() {
    var action = reword.reworded(render.action(EMAIL), "Bids", "Other words, \u00fc too.\n");

    var email = RewordEmail.read(action.payload());
    assertThat(email.subject()).isEqualTo("Bids");
    assertThat(action.subject()).isEqualTo("Bids");
    assertThat(email.text()).isEqualToNormalizingNewlines("Other words, \u00fc too.\n");
    assertThat(email.html()).isNull();
    assertThat(email.to()).isEqualTo(EMAIL.to());
    assertThat(email.stamp()).isEqualTo(EMAIL.stamp());
    assertThat(email.attachments())
        .extracting(Artifact::name)
        .containsExactly("Vergleich \u00fc.pdf", "comparison.xlsx");
    assertThat(email.attachments().getFirst().bytes())
        .isEqualTo(EMAIL.attachments().getFirst().bytes());
  }

  @Test
  void no_wording_adds_a_header_or_a_recipient() {
    var action =
        reword.reworded(render.action(EMAIL), "Bids\r\nBcc: thief@example.com", "To: x\r\n");

    assertThat(new String(action.payload(), UTF_8).lines())
        .noneMatch(line -> line.startsWith("Bcc:"));
    assertThat(action.target()).isEqualTo(EMAIL.to());
  }

  @Test
  void what_is_no_email_is_not_worded_anew() {
    var other = new Action("email", "a@x.example", "", "message/rfc822", "x".getBytes(UTF_8));

    assertThatThrownBy(() -> reword.reworded(other, "a", "b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

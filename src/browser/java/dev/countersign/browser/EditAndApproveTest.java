package dev.countersign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.countersign.browser.LetterWorkflows.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A reviewer words it better than the draft does.
@Tag("browser")
@QuarkusTest
@TestProfile(InTheBrowser.class)
class EditAndApproveTest extends Walk {
  private static final String BEFORE = "We begin on Monday the 7th, as agreed.";
  private static final String AFTER = "We begin on Tuesday the 8th; the crane is late.";

  @Test
  void the_new_wording_is_a_draft_of_its_own_that_is_seen_before_it_is_approved() {
    var asked = aLetterThatWaits("letter", "Crane", "edited@example.com");
    var reviewer = chromium.anybody().open(asked.mail().link());
    var code = reviewer.code();

    reviewer.follow("Edit & approve");
    reviewer.photograph("b1-editing");
    reviewer.field("Text").fill("Dear client,\n\n" + AFTER + "\n\nKind regards\n");
    reviewer.press("Make this the new draft");
    assertThat(reviewer.main()).containsText("Worded anew by");
    assertThat(mailbox.to("edited@example.com")).isEmpty();

    asked(reviewer, REVIEWER, asked.job(), 2);
    reviewer.open(asked.mail().link()).photograph("b2-old-link");
    assertThat(reviewer.button("Approve exactly this")).hasCount(0);
    reviewer.follow("Look at the new draft");
    assertThat(reviewer.main()).containsText("This is draft 2");
    assertThat(reviewer.said("ins", "Tuesday the 8th")).isVisible();
    assertThat(reviewer.said("del", "Monday the 7th")).isVisible();
    assertThat(reviewer.code()).isNotEqualTo(code);
    reviewer.photograph("b3-edited-draft").press("Approve exactly this");

    assertThat(reviewer.main()).containsText("Approved by");
    assertThat(arrived(reviewer, "edited@example.com").text())
        .contains(AFTER)
        .doesNotContain(BEFORE);
    var submitter = asked.submitter().open(asked.page());
    assertThat(submitter.chip()).hasText("Done");
    assertThat(submitter.main())
        .containsText("Worded anew by the holder of the link sent to " + REVIEWER);
    submitter.photograph("b4-job");
  }
}

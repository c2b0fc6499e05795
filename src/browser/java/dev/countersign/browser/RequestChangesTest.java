package dev.countersign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.countersign.browser.LetterWorkflows.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A reviewer is not content with the first draft.
@Tag("browser")
@QuarkusTest
@TestProfile(InTheBrowser.class)
class RequestChangesTest extends Walk {
  private static final String WISH = "Say that the crane comes on Wednesday.";

  @Test
  void what_was_asked_for_comes_back_in_the_next_draft_and_is_sent_once_approved() {
    var reviewer = chromium.anybody();

    walk(reviewer, "a", "changes@example.com");
  }

  @Test
  void the_same_without_scripts() {
    var reviewer = chromium.person(settings -> settings.setJavaScriptEnabled(false));

    walk(reviewer, "a-without-scripts", "no-scripts@example.com");
  }

  private void walk(Person reviewer, String name, String client) {
    var asked = aLetterThatWaits("letter", "Start of works", client);

    reviewer.open(asked.mail().link()).photograph(name + "1-first-draft");
    assertThat(reviewer.main()).containsText("We begin on Monday the 7th");
    reviewer.follow("Ask for changes");
    reviewer.page().getByLabel("What should be different?").fill(WISH);
    reviewer.press("Send back for a new draft");
    assertThat(reviewer.main()).containsText("Sent back by");
    reviewer.photograph(name + "2-sent-back");
    assertThat(mailbox.to(client)).isEmpty();

    var again = asked(reviewer, REVIEWER, asked.job(), 2);
    reviewer.open(again.link()).photograph(name + "3-second-draft");
    assertThat(reviewer.main()).containsText("This is draft 2");
    assertThat(reviewer.main()).containsText("\u201c" + WISH + "\u201d");
    assertThat(reviewer.said("ins", WISH)).isVisible();
    reviewer.press("Approve exactly this");
    assertThat(reviewer.main()).containsText("Approved by");
    var sent = arrived(reviewer, client);
    assertThat(sent.text()).contains(WISH);
    reviewer.open(again.link()).photograph(name + "4-sent");
    assertThat(reviewer.main()).containsText("It was sent on");

    var submitter = asked.submitter().open(asked.page());
    assertThat(submitter.chip()).hasText("Done");
    assertThat(submitter.main()).containsText(WISH);
    submitter.photograph(name + "5-job");
    assertThat(mailbox.to(client)).hasSize(1);
  }
}

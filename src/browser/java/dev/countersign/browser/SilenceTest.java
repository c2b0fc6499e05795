package dev.countersign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.countersign.browser.LetterWorkflows.DEPUTY;
import static dev.countersign.browser.LetterWorkflows.ESCALATED_AFTER;
import static dev.countersign.browser.LetterWorkflows.REMINDED_AFTER;
import static dev.countersign.browser.LetterWorkflows.REVIEWER;
import static dev.countersign.browser.LetterWorkflows.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who was asked does not decide: they are reminded, others are asked, or they hand it over.
@Tag("browser")
@QuarkusTest
@TestProfile(InTheBrowser.class)
class SilenceTest extends Walk {
  @Test
  void a_reminder_comes_by_mail_and_every_link_that_was_mailed_works() {
    var asked = aLetterThatWaits("letter", "Permit for the skip", "reminded@example.com");

    clock.advance(REMINDED_AFTER.plusMinutes(1));
    var reviewer = chromium.anybody();
    var reminder = asked(reviewer, REVIEWER, asked.job(), 2);

    assertThat(reminder.subject()).contains("Reminder");
    reviewer.open(asked.mail().link());
    assertThat(reviewer.button("Approve exactly this")).isVisible();
    reviewer.open(reminder.link()).photograph("e1-reminded").press("Approve exactly this");
    assertThat(reviewer.main()).containsText("Approved by");
    arrived(reviewer, "reminded@example.com");
    asked.submitter().open(asked.page());
    assertThat(asked.submitter().main()).containsText("Reminded " + REVIEWER);
    asked.submitter().photograph("e2-job");
  }

  @Test
  void others_are_asked_when_nobody_decides() {
    var asked = aLetterThatWaits("letter", "Permit for the scaffold", "escalated@example.com");

    clock.advance(ESCALATED_AFTER.plusMinutes(1));
    var deputy = chromium.anybody();
    deputy.open(asked(deputy, DEPUTY, asked.job()).link());

    assertThat(deputy.main()).containsText(REVIEWER);
    deputy.photograph("d1-escalated").press("Approve exactly this");
    assertThat(deputy.main()).containsText("Approved by the holder of the link sent to " + DEPUTY);
    arrived(deputy, "escalated@example.com");
    var reviewer = chromium.anybody().open(asked.mail().link());
    assertThat(reviewer.main())
        .containsText("Approved by the holder of the link sent to " + DEPUTY);
    reviewer.photograph("d2-reviewer-comes-late");
    asked.submitter().open(asked.page());
    assertThat(asked.submitter().chip()).hasText("Done");
    asked.submitter().photograph("d3-job");
  }

  @Test
  void a_reviewer_hands_it_over_and_may_still_look() {
    var asked = aLetterThatWaits("letter", "Permit for the hoarding", "handed@example.com");
    var reviewer = chromium.anybody().open(asked.mail().link()).follow("Hand over");

    reviewer.page().getByLabel("Who decides instead of you?").selectOption(SECOND);
    reviewer.photograph("f1-handing-over").press("Hand it over");
    assertThat(reviewer.main()).containsText("You have handed your say to");
    assertThat(reviewer.button("Approve exactly this")).hasCount(0);
    reviewer.photograph("f2-handed-over");

    var second = chromium.anybody();
    second.open(asked(second, SECOND, asked.job()).link());
    assertThat(second.main()).containsText(REVIEWER + " handed their say to " + SECOND);
    second.photograph("f3-for-the-second").press("Approve exactly this");
    assertThat(second.main()).containsText("Approved by");
    arrived(second, "handed@example.com");
    reviewer.open(asked.mail().link());
    assertThat(reviewer.main())
        .containsText("Approved by the holder of the link sent to " + SECOND);
    asked.submitter().open(asked.page()).photograph("f4-job");
    assertThat(asked.submitter().main()).containsText(SECOND);
  }
}

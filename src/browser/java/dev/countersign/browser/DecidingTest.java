package dev.countersign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.countersign.browser.LetterWorkflows.REVIEWER;
import static dev.countersign.browser.LetterWorkflows.SUBMITTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Saying no, stopping, and signing in for what takes more than a link.
@Tag("browser")
@QuarkusTest
@TestProfile(InTheBrowser.class)
class DecidingTest extends Walk {
  @Test
  void a_high_risk_is_approved_by_who_signs_in_besides_the_link() {
    var asked = aLetterThatWaits("offer", "Offer for the roof", "offer@example.com");
    var link = asked.mail().link();

    var holder = chromium.anybody().open(link);
    assertThat(holder.main()).containsText("48,200.00 USD");
    assertThat(holder.button("Approve exactly this")).hasCount(0);
    holder.photograph("i1-link-alone");
    var reviewer = chromium.somebodyWho("reviewer").open(link).follow("Sign in to approve");
    reviewer.photograph("i2-signed-in").press("Approve exactly this");
    assertThat(reviewer.main()).containsText("Approved by " + REVIEWER);
    arrived(reviewer, "offer@example.com");
    reviewer.open(link).photograph("i3-approved");
    assertThat(reviewer.main()).containsText("It was sent on");
  }

  @Test
  void the_submitter_cancels_and_gets_the_receipt() {
    var asked = aLetterThatWaits("letter", "Gate code", "cancel@example.com");
    var submitter = asked.submitter().open(asked.page());

    submitter.unfold("Cancel this job").press("Cancel the job");

    assertThat(submitter.chip()).hasText("Canceled");
    assertThat(submitter.main()).containsText("Asked by " + SUBMITTER);
    assertThat(submitter.main()).containsText("prevented: 1");
    submitter.photograph("j1-canceled");
    var reviewer = chromium.anybody().open(asked.mail().link());
    assertThat(reviewer.main()).containsText("canceled before anybody decided");
    assertThat(reviewer.button("Approve exactly this")).hasCount(0);
    reviewer.photograph("j2-canceled-for-the-reviewer");
  }

  @Test
  void a_rejection_carries_its_reason_to_the_submitter() {
    var asked = aLetterThatWaits("letter", "Noise on Sunday", "reject@example.com");
    var reviewer = chromium.anybody().open(asked.mail().link());

    reviewer.follow("Reject");
    reviewer.photograph("j3-rejecting");
    reviewer.page().getByLabel("Why not?").fill("We do not work on Sundays.");
    reviewer.press("Reject; nothing is sent");

    assertThat(reviewer.main()).containsText("We do not work on Sundays.");
    reviewer.photograph("j4-rejected");
    var submitter = asked.submitter().open(asked.page());
    assertThat(submitter.chip()).hasText("Rejected");
    assertThat(submitter.main()).containsText("We do not work on Sundays.");
    submitter.photograph("j5-rejected-job");
    assertThat(mailbox.to("reject@example.com")).isEmpty();
  }
}

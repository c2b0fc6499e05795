package dev.countersign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.countersign.browser.LetterWorkflows.REVIEWER;
import static dev.countersign.browser.LetterWorkflows.SECOND;
import static dev.countersign.browser.LetterWorkflows.THIRD;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// It takes two of three.
@Tag("browser")
@QuarkusTest
@TestProfile(InTheBrowser.class)
class TwoOfThreeTest extends Walk {
  @Test
  void one_is_not_enough_nor_is_the_same_one_twice_and_a_third_comes_late() {
    var asked = aLetterThatWaits("notice", "Road closed for the crane", "two@example.com");
    var first = chromium.anybody().open(asked.mail().link());

    first.press("Approve exactly this");
    assertThat(first.main()).containsText("1 of 2 so far");
    assertThat(first.main()).containsText(holder(REVIEWER) + " approved on");
    first.photograph("c1-first-of-two");
    first.open(asked.mail().link());
    assertThat(first.button("Approve exactly this")).hasCount(0);
    assertThat(first.main()).containsText("You have approved this");
    assertThat(mailbox.to("two@example.com")).isEmpty();

    var second = chromium.anybody().open(asked(first, SECOND, asked.job()).link());
    assertThat(second.main()).containsText("1 of 2 so far");
    assertThat(second.main()).containsText(holder(REVIEWER) + " approved on");
    second.photograph("c2-second-sees-the-first").press("Approve exactly this");
    assertThat(second.main()).containsText("Approved by");
    arrived(second, "two@example.com");

    var third = chromium.anybody().open(asked(first, THIRD, asked.job()).link());
    assertThat(third.button("Approve exactly this")).hasCount(0);
    assertThat(third.heading("Approved")).isVisible();
    assertThat(third.main()).containsText(holder(REVIEWER) + " approved on");
    assertThat(third.main()).containsText(holder(SECOND) + " approved on");
    third.photograph("c3-third-comes-late");
    var submitter = asked.submitter().open(asked.page());
    assertThat(submitter.chip()).hasText("Done");
    assertThat(submitter.main()).containsText(SECOND);
    submitter.photograph("c4-job");
  }

  private static String holder(String address) {
    return "The holder of the link sent to " + address;
  }
}

package dev.countersign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.countersign.browser.LetterWorkflows.LIVES;
import static dev.countersign.browser.LetterWorkflows.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.countersign.browser.Mailbox.Letter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who cannot decide learns why, and what to do.
@Tag("browser")
@QuarkusTest
@TestProfile(InTheBrowser.class)
class NotDecidingTest extends Walk {
  @Test
  void a_policy_that_nobody_can_meet_is_refused_at_the_form_with_what_is_missing() {
    var submitter = chromium.somebodyWho("submitter");

    submitter.sends("deed", "Deed of partnership", "deed@example.com");

    assertThat(submitter.page().getByRole(AriaRole.ALERT))
        .containsText("2 people must approve, and without the submitter only " + REVIEWER);
    assertThat(submitter.page().getByLabel("Title")).hasValue("Deed of partnership");
    submitter.photograph("g1-unsatisfiable-policy");
  }

  @Test
  void somebody_else_s_request_shows_why_not_and_who_may() {
    var asked = aLetterThatWaits("letter", "Scaffold goes up", "look@example.com");
    var submitter = asked.submitter().open(asked.page()).follow("See what is proposed");

    assertThat(submitter.main()).containsText("You may look, but not decide");
    assertThat(submitter.main()).containsText("Who may: " + REVIEWER);
    assertThat(submitter.button("Approve exactly this")).hasCount(0);
    submitter.photograph("h1-not-eligible");
  }

  @Test
  void a_late_click_is_answered_calmly() {
    var asked = aLetterThatWaits("letter", "Water is off on Tuesday", "late@example.com");
    var early = chromium.anybody().open(asked.mail().link());
    var late = chromium.anybody().open(asked.mail().link());

    early.press("Approve exactly this");
    arrived(early, "late@example.com");
    late.press("Approve exactly this");

    assertThat(late.main()).containsText("Nothing more happened");
    assertThat(late.main()).containsText("Approved by");
    assertThat(late.main()).not().containsText("rror");
    late.photograph("h2-late-click");
    assertThat(mailbox.to("late@example.com")).hasSize(1);
  }

  @Test
  void an_expired_request_says_that_nothing_was_sent() {
    var asked = aLetterThatWaits("letter", "Parking on Thursday", "expired@example.com");

    clock.advance(LIVES.plusMinutes(1));
    var late = chromium.anybody();
    var answer = Objects.requireNonNull(late.page().navigate(asked.mail().link()));

    assertThat(answer.status()).isEqualTo(410);
    assertThat(late.main()).containsText("Nobody decided until");
    assertThat(late.heading("Nobody decided in time; nothing was sent")).isVisible();
    assertThat(late.button("Approve exactly this")).hasCount(0);
    assertThat(late.page().locator("iframe")).hasCount(0);
    assertThat(late.main().locator("a")).hasCount(0);
    late.photograph("h3-expired");
    late.awaits(() -> nobodyDecided("Parking on Thursday"), 1);
    var submitter =
        chromium.somebodyWho("submitter"); // anew: the page left open loads itself again
    assertThat(submitter.open(asked.page()).chip()).hasText("Expired, nothing sent");
    submitter.photograph("h3-expired-job");
  }

  /// What tells the submitter that the time to decide on the job is over.
  private List<Letter> nobodyDecided(String title) {
    return mailbox.to(LetterWorkflows.SUBMITTER).stream()
        .filter(mail -> mail.subject().equals("Nobody decided in time, nothing was done: " + title))
        .toList();
  }

  @Test
  void a_forged_or_cut_off_link_leads_nowhere_and_says_so() {
    var asked = aLetterThatWaits("letter", "Keys are with the porter", "forged@example.com");
    var link = asked.mail().link();
    var reader = chromium.anybody();

    for (var bad : new String[] {link.substring(0, link.length() - 20), otherwise(link)}) {
      var answer = Objects.requireNonNull(reader.page().navigate(bad));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(reader.main()).containsText("What you can do");
      assertThat(reader.main()).not().containsText("Keys are with the porter");
    }
    reader.photograph("h4-forged");
  }

  private static String otherwise(String link) {
    int at = link.lastIndexOf('.') + 5;
    return link.substring(0, at) + (link.charAt(at) == 'A' ? 'B' : 'A') + link.substring(at + 1);
  }
}

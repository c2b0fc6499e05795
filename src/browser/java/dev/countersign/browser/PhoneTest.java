package dev.countersign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On a phone, what matters is there without scrolling.
@Tag("browser")
@QuarkusTest
@TestProfile(InTheBrowser.class)
class PhoneTest extends Walk {
  private static final String IN_SIGHT =
      """
      element => {
        const box = element.getBoundingClientRect();
        const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
          && seen !== null && (element.contains(seen) || seen.contains(element));
      }
      """;

  @ParameterizedTest
  @CsvSource({"390, 800", "360, 740"})
  void what_to_whom_until_when_and_the_buttons_are_in_sight(int width, int height) {
    var asked = aLetterThatWaits("letter", "Deliveries before seven", "phone@example.com");
    var reviewer = onAPhone(width, height).open(asked.mail().link());

    reviewer.glance("k1-letter-" + width);
    inSight(reviewer.page().locator("h1"));
    inSight(reviewer.main().getByText("phone@example.com").first());
    inSight(reviewer.main().locator("time").first());
    inSight(reviewer.button("Approve exactly this"));
    for (var other : new String[] {"Edit & approve", "Ask for changes", "Reject", "Hand over"})
      inSight(reviewer.link(other));
    staysInItsWidth(reviewer);
    reviewer.photograph("k1-letter-" + width + "-whole");
  }

  @Test
  void how_much_is_in_sight_too_and_the_way_to_sign_in() {
    var asked = aLetterThatWaits("offer", "Offer for the gutters", "phone-offer@example.com");
    var reviewer = onAPhone(390, 800).open(asked.mail().link());

    reviewer.glance("k2-offer-390");
    inSight(reviewer.page().locator("h1"));
    inSight(reviewer.main().getByText("phone-offer@example.com").first());
    inSight(reviewer.main().getByText("48,200.00 USD").first());
    inSight(reviewer.main().locator("time").first());
    inSight(reviewer.link("Sign in to approve"));
    for (var other : new String[] {"Ask for changes", "Reject"}) inSight(reviewer.link(other));
    staysInItsWidth(reviewer);
  }

  @Test
  void a_form_that_was_opened_is_in_sight_and_not_under_the_bar() {
    var asked = aLetterThatWaits("letter", "Deliveries after nine", "phone-form@example.com");
    var reviewer = onAPhone(390, 800).open(asked.mail().link());

    reviewer.follow("Ask for changes");

    reviewer.glance("k3-ask-for-changes-390");
    inSight(reviewer.page().getByLabel("What should be different?"));
    inSight(reviewer.button("Send back for a new draft"));
  }

  private Person onAPhone(int width, int height) {
    return chromium.person(settings ->
        settings
            .setViewportSize(width, height)
            .setDeviceScaleFactor(2)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  private static void inSight(Locator element) {
    assertThat(element).isVisible();
    assertThat(element.evaluate(IN_SIGHT)).as("%s is in sight", element).isEqualTo(true);
  }

  private static void staysInItsWidth(Person reader) {
    assertThat(reader.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing is wider than the screen")
        .isEqualTo(true);
  }
}

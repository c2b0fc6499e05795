package dev.countersign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.countersign.browser.LetterWorkflows.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The sample packet, from the form to the client's mailbox.
@Tag("browser")
@QuarkusTest
@TestProfile(InTheBrowser.class)
class SamplePacketTest extends Walk {
  private static final Path SAMPLE = Path.of("samples", "bid-comparison", "maple-court-kitchen");
  private static final String WISH = "Say in the first line that the hood is missing.";
  private static final double LONG_MS = 60_000;

  @Test
  void four_bids_are_handed_in_sent_back_once_and_sent_to_the_client() {
    var submitter = chromium.somebodyWho("submitter");
    var job = submits(submitter);
    submitter.photograph("l1-submitted");
    var reviewer = chromium.anybody();
    reviewer.page().setDefaultTimeout(LONG_MS);
    var first = asked(reviewer, REVIEWER, job);

    reviewer.open(first.link()).photograph("l2-first-draft");
    assertThat(reviewer.main()).containsText("4 bids");
    assertThat(reviewer.main()).containsText("sample-client@example.com");
    reviewer.follow("Ask for changes");
    reviewer.page().getByLabel("What should be different?").fill(WISH);
    reviewer.press("Send back for a new draft");
    assertThat(reviewer.main()).containsText("Sent back by");

    var second = asked(reviewer, REVIEWER, job, 2);
    reviewer.open(second.link()).photograph("l3-second-draft");
    assertThat(reviewer.main()).containsText(WISH);
    reviewer.press("Approve exactly this");
    assertThat(reviewer.main()).containsText("Approved by");
    arrived(reviewer, "sample-client@example.com");
    submitter.open("/ui/jobs/" + job);
    assertThat(submitter.chip()).hasText("Done");
    submitter.photograph("l4-job");
    assertThat(mailbox.to("sample-client@example.com")).hasSize(1);
  }

  private static String submits(Person submitter) {
    submitter.open("/ui/new?workflow=bid-comparison");
    submitter.page().getByLabel("Title").fill("Maple Court kitchen");
    submitter.page().locator("#f-scope").setInputFiles(SAMPLE.resolve("scope.csv"));
    submitter.page().locator("#f-files").setInputFiles(bids());
    submitter.page().getByLabel("Deliver to").fill("sample-client@example.com");
    submitter.press("Submit");
    submitter.page().waitForURL("**/ui/jobs/**");
    return submitter.job();
  }

  private static Path[] bids() {
    return Stream.of(
            "01-harborline.pdf", "02-stillwater.pdf", "03-quarry-and-pine.pdf", "04-brightfold.pdf")
        .map(SAMPLE::resolve)
        .toArray(Path[]::new);
  }
}

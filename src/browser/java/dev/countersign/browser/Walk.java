package dev.countersign.browser;

import dev.countersign.browser.Mailbox.Letter;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/// What every walk through the pages needs.
@Timeout(180)
abstract class Walk {
  @Inject Chromium chromium;
  @Inject Mailbox mailbox;
  @Inject MovedClock clock;

  @AfterEach
  void everybody_leaves() {
    chromium.close();
  }

  /// The first mail that asks that address for a decision on the job, once it is there.
  Letter asked(Person reader, String address, String job) {
    return asked(reader, address, job, 1);
  }

  /// The mail that is that address's nth, once it is there.
  Letter asked(Person reader, String address, String job, int nth) {
    return reader.awaits(() -> mailbox.asking(address, job), nth);
  }

  /// The first mail that reached that address, once it is there.
  Letter arrived(Person reader, String address) {
    return reader.awaits(() -> mailbox.to(address), 1);
  }

  /// A letter of the submitter's that waits for its reviewer, who has got the link.
  Asked aLetterThatWaits(String workflow, String title, String to) {
    var submitter = chromium.somebodyWho("submitter");
    var job = submitter.submits(workflow, title, to);
    var mail = asked(submitter, LetterWorkflows.REVIEWER, job);
    return new Asked(submitter, job, mail);
  }

  /// @param job its id
  /// @param mail the reviewer's
  record Asked(Person submitter, String job, Letter mail) {
    String page() {
      return "/ui/jobs/" + job;
    }
  }
}

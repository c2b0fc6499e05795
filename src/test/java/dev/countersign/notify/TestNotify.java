package dev.countersign.notify;

import dev.countersign.approval.ReviewLinks;
import dev.countersign.effect.MailRelay;
import dev.countersign.effect.TestMail;
import dev.countersign.store.DynamoPartition;
import java.time.InstantSource;

/// The telling of reviewers as production wires it.
public final class TestNotify {
  private TestNotify() {}

  public static TellReviewers tell(
      DynamoPartition partition, ReviewLinks links, MailRelay relay, InstantSource clock) {
    return new TellReviewers(partition, links, TestMail.rendering(), relay, clock);
  }
}

package dev.countersign.notify;

import dev.countersign.approval.ReviewLinks;
import dev.countersign.approval.RoleMembers;
import dev.countersign.effect.MailRelay;
import dev.countersign.effect.TestMail;
import dev.countersign.effect.TestWeb;
import dev.countersign.store.TestStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/// Telling people, as production wires it.
public record TestNotify(
    TestStore store,
    MailRelay relay,
    TestNotifyConfig config,
    ReviewLinks links,
    InstantSource clock) {
  private static final URI PUBLIC = URI.create("http://localhost:8080");

  public TellReviewers reviewers() {
    return new TellReviewers(
        store.partition(), links, new RoleMembers(config::members), post(), config, clock);
  }

  public TellNotices notices() {
    var web = new TestWeb(0).post();
    return new TellNotices(
        store.jobs(),
        store.notices(),
        store.partition(),
        List.of(
            new SubmitterMail(post(), config, PUBLIC),
            new SlackChannel(config, web, PUBLIC),
            new EventWebhook(config, web, clock)),
        clock);
  }

  private Post post() {
    return new Post(TestMail.rendering(), relay);
  }
}

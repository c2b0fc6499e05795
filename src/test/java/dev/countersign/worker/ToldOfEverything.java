package dev.countersign.worker;

import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.approval.ReviewLinks;
import dev.countersign.job.Decision.Change;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.JobId;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.ReviewTerms.Escalation;
import dev.countersign.notify.Links;
import dev.countersign.notify.SentMail;
import dev.countersign.notify.SlackDouble;
import dev.countersign.notify.TestNotifyConfig;
import dev.countersign.workflow.Fatal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Jobs that have come to everything that people are told of, by every channel, on the table that
/// the application serves.
final class ToldOfEverything implements AutoCloseable {
  static final String REVIEWER = TrialWorkflows.REVIEWER;
  private static final String BOSS = "boss@local.example";
  private static final String COLLEAGUE = "colleague@local.example";
  private final TestEngine engine;
  private final SlackDouble slack = new SlackDouble();
  private final List<Message> messages = new ArrayList<>();
  private int mails;
  private int calls;

  /// One notification, and every address that a scanner finds in it.
  ///
  /// @param text of a mail its title and plain text, else the JSON
  /// @param html of a mail; else empty
  record Message(String kind, String text, String html, Set<String> links) {}

  /// On the table that the application serves, with its links.
  static ToldOfEverything served(ReviewLinks links) {
    return of(serving(links));
  }

  /// The same of one request that nobody decided on yet, and of nothing else.
  static ToldOfEverything servedAnOpenRequest(ReviewLinks links) {
    var told = new ToldOfEverything(serving(links));
    told.openRequest();
    return told;
  }

  static ToldOfEverything of(TestEngine engine) {
    var told = new ToldOfEverything(engine);
    told.everything();
    return told;
  }

  private ToldOfEverything(TestEngine engine) {
    this.engine = engine;
    engine.notify =
        TestNotifyConfig.MAIL
            .slackBot(slack.at("/api"))
            .webhook(slack.at("/events"))
            .holding("buyers", List.of("buyer@local.example"));
  }

  private static TestEngine serving(ReviewLinks links) {
    var clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    var engine = new TestEngine(TestServices.table(), clock);
    engine.links = links;
    return engine;
  }

  private void everything() {
    aRequestWithAllThatTimeAndPeopleBring();
    ended("rejected", new Say.Reject("Too dear."));
    ended("changes-asked", new Say.RequestChanges("Leave the hood out."));
    expired();
    failed();
    canceled();
    openRequest();
    engine.notify = TestNotifyConfig.NONE.slackWebhook(slack.at("/incoming"));
    ended("rejected-by-webhook", new Say.Reject("No."));
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }

  /// What came since it was last asked, so that nothing is missed.
  int newMessages() {
    int before = messages.size();
    collect("unexpected");
    return messages.size() - before;
  }

  @Override
  public void close() throws IOException {
    engine.close();
    slack.close();
  }

  private void aRequestWithAllThatTimeAndPeopleBring() {
    var terms =
        ReviewTerms.by(List.of(REVIEWER, "role:buyers"))
            .reminding(List.of(Duration.ofHours(4)))
            .escalating(List.of(new Escalation(Duration.ofHours(8), List.of(BOSS))))
            .delegating(List.of(COLLEAGUE));
    var id = engine.awaiting(terms);
    collect("request");
    engine.clock.advance(Duration.ofHours(5));
    tells("reminder", id);
    engine.clock.advance(Duration.ofHours(4));
    tells("escalation", id);
    engine.says(id, REVIEWER, new Say.Delegate(COLLEAGUE));
    tells("delegation", id);
    engine.says(id, COLLEAGUE, new Say.Edit(List.of(new Change(0, "Another title", null))));
    engine.start().workOff();
    tells("edited-revision", id);
    engine.says(id, REVIEWER, new Say.Approve());
    engine.start().tells(id);
    collect("approved");
    engine.start().workOff();
    tells("completed", id);
  }

  private void openRequest() {
    engine.awaitingApproval();
    collect("open-request");
  }

  private void ended(String kind, Say say) {
    var id = engine.awaitingApproval();
    collect(kind + "-request");
    engine.says(id, say);
    tells(kind, id);
  }

  private void expired() {
    var id = engine.awaiting(ReviewTerms.by(List.of(REVIEWER)).living(Duration.ofHours(1)));
    collect("expired-request");
    engine.clock.advance(Duration.ofHours(2));
    tells("expired", id);
  }

  private void failed() {
    var id = engine.submitted(TrialWorkflows.trivial());
    engine.workflows.replace(
        "one",
        _ -> {
          throw Fatal.stepFailed("It broke.", "Mend it, then retry.");
        });
    engine.start().workOff();
    engine.clock.advance(Duration.ofMinutes(1));
    tells("failed", id);
  }

  private void canceled() {
    var id = engine.awaitingApproval();
    collect("canceled-request");
    engine.cancels(id);
    engine.clock.advance(Duration.ofMinutes(1));
    tells("canceled", id);
  }

  /// What is due of the job, and what is owed of it.
  private void tells(String kind, JobId id) {
    var process = engine.start();
    process.on(id);
    process.tells(id);
    collect(kind);
  }

  private void collect(String kind) {
    var sent = engine.smtp.received();
    for (var mail : sent.subList(mails, sent.size()))
      if (!mail.recipients().contains("client@example.com"))
        messages.add(mail(kind, SentMail.of(mail)));
    mails = sent.size();
    var all = slack.calls();
    for (var call : all.subList(calls, all.size()))
      messages.add(new Message(kind + " " + call.path(), call.text(), "", Links.in(call.text())));
    calls = all.size();
  }

  private static Message mail(String kind, SentMail mail) {
    var whose = mail.to().startsWith("submitter@") ? " mail to the submitter" : " mail";
    var text = "Subject: %s%n%n%s".formatted(mail.subject(), mail.text());
    return new Message(kind + whose, text, mail.html(), Links.in(mail));
  }
}

package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.approval.ProposalDigest;
import dev.countersign.effect.ScriptedSmtp.Mood;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision.Change;
import dev.countersign.job.Decision.Say;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.ReviewTerms.Escalation;
import dev.countersign.notify.Links;
import dev.countersign.notify.NotifyConfig;
import dev.countersign.notify.SentMail;
import dev.countersign.notify.TestNotifyConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What reviewers get by mail, from the request to its end.
class ReviewerMailTest {
  private static final String REVIEWER = TrialWorkflows.REVIEWER;
  private static final String BOSS = "boss@local.example";
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() throws IOException {
    engine.close();
  }

  @Test
  void the_title_says_what_until_when_and_the_code_of_the_page() {
    var id = engine.awaiting(ReviewTerms.by(List.of(REVIEWER)).living(Duration.ofHours(31)));

    var mail = newest(REVIEWER);

    assertThat(mail.subject())
        .isEqualTo(
            "Approve by Tue 17:00 UTC: send the draft to client@example.com [%s]"
                .formatted(code(id)));
  }

  @Test
  void both_alternatives_say_the_same_and_have_one_link() {
    var id = engine.awaiting(ReviewTerms.by(List.of(REVIEWER)));

    var mail = newest(REVIEWER);

    for (var part : List.of(mail.text(), mail.html()))
      assertThat(part)
          .contains("Send the draft to client@example.com", "Silence is never a yes", code(id))
          .contains("Mon 9 Mar 2026, 10:00 UTC", "Opening it decides nothing", "Trial");
    assertThat(Links.in(mail.text())).hasSize(1).isEqualTo(Links.in(mail.html()));
    assertThat(mail.html()).doesNotContain("<img", "<script", "<link", "url(", "@import");
  }

  @Test
  void its_headers_say_that_no_person_wrote_it() {
    engine.awaiting(ReviewTerms.by(List.of(REVIEWER)));

    var mail = newest(REVIEWER);

    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("All");
    assertThat(mail.header("List-Id")).isEqualTo("Countersign <notifications.local.example>");
  }

  @Test
  void one_that_is_sent_again_is_the_same_mail() {
    engine.smtp.is(Mood.HANGS_UP_AFTER_THE_TEXT);
    engine.awaiting(ReviewTerms.by(List.of(REVIEWER)));
    engine.smtp.is(Mood.ACCEPTS);
    engine.clock.advance(Duration.ofMinutes(2));

    engine.start().sweep.run(TimeLeft.UNLIMITED);

    assertThat(engine.smtp.received()).hasSize(2);
    assertThat(engine.smtp.received().getLast().bytes())
        .isEqualTo(engine.smtp.received().getFirst().bytes());
  }

  @Test
  void a_reminder_and_an_escalation_say_what_they_are_and_belong_to_the_request() {
    var terms =
        ReviewTerms.by(List.of(REVIEWER))
            .reminding(List.of(Duration.ofHours(4)))
            .escalating(List.of(new Escalation(Duration.ofHours(8), List.of(BOSS))));
    engine.awaiting(terms);
    var request = newest(REVIEWER);

    engine.clock.advance(Duration.ofHours(4).plusMinutes(1));
    engine.start().sweep.run(TimeLeft.UNLIMITED);
    var reminder = newest(REVIEWER);
    engine.clock.advance(Duration.ofHours(4));
    engine.start().sweep.run(TimeLeft.UNLIMITED);
    var escalation = newest(BOSS);

    assertThat(reminder.subject()).startsWith("Reminder 1: Approve by ");
    assertThat(reminder.text()).contains("have not decided yet");
    assertThat(reminder.header("In-Reply-To")).isEqualTo(request.header("Message-ID"));
    assertThat(reminder.header("References")).contains(request.header("In-Reply-To"));
    assertThat(escalation.subject()).startsWith("Nobody has decided: Approve by ");
    assertThat(escalation.text()).contains("You may decide in their place");
  }

  @Test
  void who_is_handed_a_say_reads_by_whom() {
    var id = engine.awaiting(ReviewTerms.by(List.of(REVIEWER)).delegating(List.of(BOSS)));

    engine.says(id, new Say.Delegate(BOSS));
    engine.start().workOff();

    var mail = newest(BOSS);
    assertThat(mail.subject()).startsWith("Handed to you: Approve by ");
    assertThat(mail.text()).contains(REVIEWER + " was asked and has handed the decision to you");
  }

  @Test
  void an_edited_draft_is_a_request_of_its_own_that_replaces_the_last() {
    var id = engine.awaiting(ReviewTerms.by(List.of(REVIEWER)));
    var first = newest(REVIEWER);

    engine.says(id, new Say.Edit(List.of(new Change(0, "Another title", null))));
    engine.start().workOff();

    var second = newest(REVIEWER);
    assertThat(second.subject()).startsWith("New draft: Approve by ").endsWith(code(id) + "]");
    assertThat(second.text()).contains("This is revision 2. It replaces revision 1");
    assertThat(second.header("Message-ID")).isNotEqualTo(first.header("Message-ID"));
    assertThat(second.header("References")).isEqualTo(first.header("References"));
  }

  @Test
  void the_next_in_turn_reads_that_others_have_approved() {
    var id = engine.awaiting(ReviewTerms.by(List.of(REVIEWER, BOSS)).approvals(2).inTurn());

    engine.says(id, REVIEWER, new Say.Approve());
    engine.start().workOff();

    assertThat(newest(BOSS).text())
        .contains("It is your turn to decide", "1 person has approved it", "1 of 2 so far");
  }

  @Test
  void each_known_holder_of_a_role_gets_a_link_of_their_own_and_counts_as_the_role() {
    engine.notify =
        TestNotifyConfig.NONE.holding(
            "buyers", List.of("One@Local.Example", "two@local.example", "submitter@local.example"));
    var id = engine.awaiting(ReviewTerms.by(List.of("role:buyers")));

    assertThat(engine.smtp.received()).hasSize(2);
    assertThat(Links.in(newest("one@local.example")))
        .isNotEqualTo(Links.in(newest("two@local.example")));
    var asRole = new Decider("two@local.example", Set.of("buyers"), Decider.How.BY_LINK);
    assertThat(engine.gate(id).mayDecide(asRole, "submitter@local.example")).isTrue();
    assertThat(engine.gate(id).untold()).isEmpty();
  }

  @Test
  void one_address_that_cannot_be_mailed_is_not_the_others_trouble() {
    var id = engine.awaiting(ReviewTerms.by(List.of("not an address", REVIEWER)));

    assertThat(newest(REVIEWER).subject()).contains("Approve by");
    assertThat(engine.gate(id).untold()).containsExactly("not an address");
    assertThat(engine.job(id).state()).isInstanceOf(JobState.NeedsReview.class);
  }

  @Test
  void where_policy_says_so_a_mail_tells_nothing_but_that_there_is_something() {
    engine.notify = TestNotifyConfig.NONE.without(NotifyConfig.Details.NONE);
    var id = engine.awaiting(ReviewTerms.by(List.of(REVIEWER)));

    var mail = newest(REVIEWER);

    assertThat(mail.subject()).startsWith("Decide by ").endsWith("[" + code(id) + "]");
    for (var part : List.of(mail.text(), mail.html(), mail.subject()))
      assertThat(part).doesNotContain("client@example.com", "Trial", "submitter@");
  }

  private String code(JobId id) {
    return ProposalDigest.shortCode(engine.gate(id).digest());
  }

  private SentMail newest(String to) {
    return SentMail.of(
        engine.smtp.received().stream()
            .filter(mail -> mail.recipients().contains(to))
            .reduce((_, last) -> last)
            .orElseThrow());
  }
}

package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.effect.ScriptedSmtp.Mood;
import dev.countersign.job.Effect.Standing;
import dev.countersign.job.Failure;
import dev.countersign.job.JobEvent.Became;
import dev.countersign.job.JobState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Several effects behind one gate, each with its own row and its own outcome.
class SeveralEffectsTest {
  private final Delivery delivery = Delivery.approvedWithScriptedMail();
  private final TestEngine engine = delivery.engine;

  @AfterEach
  void close() {
    delivery.close();
  }

  @Test
  void what_is_unknown_stops_what_comes_after_it_and_the_rest_is_told_one_by_one() {
    engine.smtp.is(Mood.HANGS_UP_AFTER_THE_TEXT);

    engine.start().workOff();

    assertThat(delivery.standings())
        .containsExactly(
            Standing.DONE,
            Standing.UNKNOWN,
            Standing.APPROVED,
            Standing.APPROVED,
            Standing.APPROVED);
    assertThat(engine.receiver.requests()).isZero();
  }

  @Test
  void a_record_that_was_changed_since_is_not_written() {
    engine.receiver.changeRecord("{\"price\":\"99.00\"}");

    engine.start().workOff();

    var failure = ((JobState.Failed) engine.job(delivery.id).state()).failure();
    assertThat(failure.kind()).isEqualTo(Failure.Kind.EFFECT_FAILED);
    assertThat(failure.message()).contains("changed since it was approved");
    assertThat(engine.receiver.record()).isEqualTo("{\"price\":\"99.00\"}");
  }

  @Test
  void a_cancel_in_the_middle_tells_what_was_done_prevented_and_unknown() {
    engine.smtp.is(Mood.HANGS_UP_AFTER_THE_TEXT);
    engine.smtp.whenHandedAMessage(() -> engine.cancels(delivery.id));
    engine.start().workOff();
    var receipt = delivery.receipt();

    delivery.says(BreakingPoint.never(), Became.DID_NOT);
    engine.start().workOff();

    assertThat(List.of(receipt.done().size(), receipt.prevented().size(), receipt.unknown().size()))
        .containsExactly(1, 3, 1);
    assertThat(delivery.receipt().prevented()).hasSize(4).containsAll(receipt.unknown());
    assertThat(delivery.receipt().unknown()).isEmpty();
    assertThat(delivery.receipt().askedAt()).isEqualTo(receipt.askedAt());
    assertThat(engine.delivered()).hasSize(1);
    assertThat(engine.receiver.requests()).isZero();
  }
}

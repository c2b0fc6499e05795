package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.countersign.TestServices;
import dev.countersign.queue.TestQueue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerLambdaTest {
  private final TestQueue queue = new TestQueue(Duration.ofMinutes(15));
  private final TryAgainSoon again = new TryAgainSoon(queue.through(TestServices.sqs()), () -> 0);

  @Test
  void a_message_that_was_not_done_comes_again_soon() throws Exception {
    try (var engine = new TestEngine()) {
      queue.put("not ours");
      var message = queue.receive().getFirst();

      assertThat(engine.start().with(again).deliver(message)).isFalse();

      assertThat(queue.receive()).hasSize(1);
    }
  }

  @Test
  void a_message_that_was_done_stays_hidden_until_it_is_deleted() throws Exception {
    try (var engine = new TestEngine()) {
      var job = engine.stored(TrialWorkflows.trivial());
      queue.through(TestServices.sqs()).send(job, Duration.ZERO);
      var message = queue.receive().getFirst();

      assertThat(engine.start().with(again).deliver(message)).isTrue();

      assertThat(queue.receive()).isEmpty();
    }
  }

  @Test
  void a_message_that_cannot_be_shown_again_is_only_late() {
    var message = new SQSMessage();
    message.setMessageId("m");
    message.setReceiptHandle("gone");
    message.setAttributes(Map.of("ApproximateReceiveCount", "3"));

    again.show(message);

    assertThat(queue.receive()).isEmpty();
  }
}

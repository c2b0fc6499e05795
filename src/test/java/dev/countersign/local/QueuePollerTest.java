package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.countersign.TestServices;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueuePollerTest {
  private final SqsClient sqs = TestServices.sqs();
  private final String queue =
      sqs.createQueue(create -> create.queueName("poll-" + UUID.randomUUID())).queueUrl();

  @Test
  void a_message_that_was_worked_off_is_deleted() {
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody("work"));
    var seen = new ArrayList<String>();

    new QueuePoller(
            sqs,
            queue,
            (event, context) -> {
              event.getRecords().forEach(message -> seen.add(message.getBody()));
              return new SQSBatchResponse(List.of());
            })
        .once();

    assertThat(seen).containsExactly("work");
    assertThat(left()).isEqualTo("0");
  }

  @Test
  void a_message_that_the_function_reports_as_failed_stays_on_the_queue() {
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody("work"));

    new QueuePoller(sqs, queue, (event, context) -> allFailed(event)).once();

    assertThat(left()).isEqualTo("1");
  }

  private static SQSBatchResponse allFailed(SQSEvent event) {
    return new SQSBatchResponse(
        event.getRecords().stream()
            .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
            .toList());
  }

  /// Received and not deleted.
  private String left() {
    return sqs.getQueueAttributes(ask ->
            ask.queueUrl(queue)
                .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes()
        .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "");
  }
}

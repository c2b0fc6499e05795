package dev.countersign.queue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.TestServices;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// A work queue of a test's own, whose messages come again at once when they are not deleted.
public final class TestQueue {
  private final SqsClient sqs = TestServices.sqs();
  private final String url;

  public TestQueue() {
    this(Duration.ZERO);
  }

  /// @param visibility after which a message that was not deleted comes again by itself
  public TestQueue(Duration visibility) {
    var seconds = String.valueOf(visibility.toSeconds());
    url =
        sqs.createQueue(q ->
                q.queueName("test-" + UUID.randomUUID())
                    .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, seconds)))
            .queueUrl();
  }

  /// The production adapter, on a client that the test may break.
  public SqsWorkQueue through(SqsClient client) {
    return new SqsWorkQueue(client, new ObjectMapper(), url);
  }

  /// What is there now; not deleted.
  public List<Message> receive() {
    return sqs.receiveMessage(r ->
            r.queueUrl(url)
                .maxNumberOfMessages(10)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  public void delete(Message message) {
    sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  /// What anybody puts there.
  public void put(String body) {
    sqs.sendMessage(s -> s.queueUrl(url).messageBody(body));
  }

  /// How many are there and not to be had yet.
  public int delayed() {
    var delayed = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
    return Integer.parseInt(
        sqs.getQueueAttributes(g -> g.queueUrl(url).attributeNames(delayed))
            .attributes()
            .get(delayed));
  }

  /// As a process's memory is lost.
  public void lose() {
    sqs.purgeQueue(p -> p.queueUrl(url));
  }

  /// A message in the form that Lambda hands over.
  public static SQSEvent event(Message message) {
    var record = new SQSEvent.SQSMessage();
    record.setMessageId(message.messageId());
    record.setReceiptHandle(message.receiptHandle());
    record.setBody(message.body());
    record.setAttributes(message.attributesAsStrings());
    var event = new SQSEvent();
    event.setRecords(List.of(record));
    return event;
  }
}

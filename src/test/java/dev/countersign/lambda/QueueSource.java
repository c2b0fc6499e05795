package dev.countersign.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.lambda.template.EventSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Lambda's event source mapping between a queue and a function: hands over batches and deletes
/// what did not fail. What failed, and all of a batch whose function ended badly, comes again when
/// its visibility lapses:
/// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>.
final class QueueSource implements AutoCloseable {
  private static final int WAIT_SECONDS = 1;
  private static final int MOST_POLLERS = 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EventSource.Queue mapping;
  private final String url;
  private final SqsClient sqs;
  private final LambdaFunction function;
  private final CountDownLatch closed = new CountDownLatch(1);

  QueueSource(EventSource.Queue mapping, String url, SqsClient sqs, LambdaFunction function) {
    this.mapping = mapping;
    this.url = url;
    this.sqs = sqs;
    this.function = function;
  }

  void start() {
    for (int i = 0; i < Math.min(mapping.mostAtOnce(), MOST_POLLERS); i++)
      Thread.ofPlatform().daemon().name(function.spec().id() + "-" + i).start(this::poll);
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void poll() {
    try {
      while (closed.getCount() > 0) {
        var batch = receive();
        if (!batch.isEmpty()) handOver(batch);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (closed.getCount() > 0) throw e;
    }
  }

  private List<Message> receive() {
    return sqs.receiveMessage(ask ->
            ask.queueUrl(url)
                .maxNumberOfMessages(Math.min(10, mapping.batchSize()))
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .messageAttributeNames("All")
                .waitTimeSeconds(WAIT_SECONDS))
        .messages();
  }

  /// What the function reported as failed comes again at once: how long it was to wait is in the
  /// calls seen, and nobody waits for it here.
  private void handOver(List<Message> batch) throws InterruptedException {
    var failed = failures(function.invoke(event(batch)));
    if (failed.isEmpty()) return;
    for (var message : batch) {
      var receipt = message.receiptHandle();
      if (failed.get().contains(message.messageId()))
        sqs.changeMessageVisibility(
            m -> m.queueUrl(url).receiptHandle(receipt).visibilityTimeout(0));
      else sqs.deleteMessage(m -> m.queueUrl(url).receiptHandle(receipt));
    }
  }

  /// The messages that failed; empty when all did.
  private Optional<Set<String>> failures(Answer answer) {
    if (!(answer instanceof Answer.Returned returned)) return Optional.empty();
    if (!mapping.reportsFailures()) return Optional.of(Set.of());
    var failed = new HashSet<String>();
    for (var failure : read(returned.json()).path("batchItemFailures"))
      failed.add(failure.path("itemIdentifier").asText());
    return failed.contains("") ? Optional.empty() : Optional.of(failed);
  }

  private String event(List<Message> batch) {
    var event = JSON.createObjectNode();
    var records = event.putArray("Records");
    for (var message : batch) {
      var record = records.addObject();
      record.put("messageId", message.messageId());
      record.put("receiptHandle", message.receiptHandle());
      record.put("body", message.body());
      record.put("md5OfBody", message.md5OfBody());
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", mapping.arn());
      record.put("awsRegion", "us-east-1");
      record.set("attributes", JSON.valueToTree(message.attributesAsStrings()));
      var attributes = record.putObject("messageAttributes");
      message
          .messageAttributes()
          .forEach((name, value) ->
              attributes
                  .putObject(name)
                  .put("dataType", value.dataType())
                  .put("stringValue", value.stringValue()));
    }
    return event.toString();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a batch answer is JSON, not " + json, e);
    }
  }
}

package dev.countersign.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// What Lambda's event source mapping does in the cloud: receives messages, calls the function with
/// them, and deletes those that it did not report as failed.
/// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>
final class QueuePoller {
  private static final Logger LOG = Logger.getLogger(QueuePoller.class);
  private static final int WAIT_SECONDS = 2;
  private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);

  private final SqsClient sqs;
  private final String queueUrl;
  private final RequestHandler<SQSEvent, SQSBatchResponse> function;
  private final CountDownLatch stopping = new CountDownLatch(1);

  QueuePoller(SqsClient sqs, String queueUrl, RequestHandler<SQSEvent, SQSBatchResponse> function) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.function = function;
  }

  /// A running poller; the last method to call on it is `stop`.
  record Running(QueuePoller poller, List<Thread> threads) {
    /// Takes no more messages and gives those in work `patience` to end.
    void stop(Duration patience) throws InterruptedException {
      poller.stopping.countDown();
      for (var thread : threads) {
        boolean ended = thread.join(patience);
        if (!ended) LOG.infof("%s is left in mid-step; the next start goes on.", thread.getName());
      }
    }
  }

  /// @param most how many messages are worked on at a time
  Running start(String name, int most) {
    return new Running(
        this,
        IntStream.range(0, most)
            .mapToObj(i -> Thread.ofPlatform().daemon().name(name + "-" + i).start(this::poll))
            .toList());
  }

  private void poll() {
    while (stopping.getCount() > 0) {
      try {
        once();
      } catch (RuntimeException e) {
        if (stopping.getCount() == 0) return;
        LOG.warnf(e, "The queue %s could not be polled; trying again", queueUrl);
        pause();
      }
    }
  }

  /// Receives and hands over what is there now, after waiting for it for a moment.
  void once() {
    var messages =
        sqs.receiveMessage(receive ->
                receive
                    .queueUrl(queueUrl)
                    .maxNumberOfMessages(1)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All")
                    .waitTimeSeconds(WAIT_SECONDS))
            .messages();
    if (!messages.isEmpty()) handOver(messages);
  }

  private void handOver(List<Message> messages) {
    var event = SqsEvents.of(messages, queueUrl);
    var context = new EndlessContext("local", messages.getFirst().messageId());
    var answer = function.handleRequest(event, context);
    var failed =
        failures(answer)
            .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
            .collect(Collectors.toSet());
    for (var message : messages)
      if (!failed.contains(message.messageId()))
        sqs.deleteMessage(
            delete -> delete.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
  }

  private static Stream<SQSBatchResponse.BatchItemFailure> failures(SQSBatchResponse answer) {
    var failures = answer.getBatchItemFailures();
    return failures == null ? Stream.of() : failures.stream();
  }

  private void pause() {
    try {
      var _ = stopping.await(AFTER_AN_ERROR.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }
}

package dev.countersign.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.WorkQueue;
import dev.countersign.store.Sha256;
import dev.countersign.workflow.Retriable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Retry;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The work queue on SQS. Delivered at least once and in any order; a lost message is found by the
/// job's wake-up time.
@ApplicationScoped
public class SqsWorkQueue implements WorkQueue {
  /// What SQS allows (`DelaySeconds` of `SendMessage`).
  static final Duration MOST_DELAY = Duration.ofMinutes(15);

  private final SqsClient sqs;
  private final ObjectMapper json;
  private final String url;

  SqsWorkQueue(
      SqsClient sqs,
      ObjectMapper json,
      @ConfigProperty(name = "countersign.queue-url") String url) {
    this.sqs = sqs;
    this.json = json;
    this.url = url;
  }

  /// @throws Retriable when SQS did not take it, after three tries
  @Override
  @Retry(
      retryOn = Retriable.class,
      maxRetries = 2,
      delay = 100,
      jitter = 50,
      jitterDelayUnit = ChronoUnit.MILLIS)
  public void send(Job job, Duration delay) {
    send(new WorkMessage(WorkMessage.SCHEMA, job.id().value(), null), job.owner(), delay);
  }

  /// Says that a model's provider is done with that response. A lost message is made up for by the
  /// sweeper, which asks the provider.
  ///
  /// @throws Retriable when SQS did not take it, after three tries
  @Retry(
      retryOn = Retriable.class,
      maxRetries = 2,
      delay = 100,
      jitter = 50,
      jitterDelayUnit = ChronoUnit.MILLIS)
  public void sendAnswered(String response, Duration delay) {
    send(new WorkMessage(WorkMessage.SCHEMA, null, response), response, delay);
  }

  private void send(WorkMessage message, String group, Duration delay) {
    var body = write(message);
    try {
      sqs.sendMessage(s ->
          s.queueUrl(url)
              .messageBody(body)
              .messageGroupId(group(group))
              .delaySeconds(seconds(delay)));
    } catch (SdkException e) {
      throw new Retriable("SQS did not take the message for " + message, e);
    }
  }

  /// A message that was received and not done comes again after that delay.
  public void showAgain(String receiptHandle, Duration delay) {
    sqs.changeMessageVisibility(
        c -> c.queueUrl(url).receiptHandle(receiptHandle).visibilityTimeout(seconds(delay)));
  }

  /// @throws IllegalArgumentException when that is no message of ours
  public static Work read(String body, ObjectMapper json) {
    try {
      var message = json.readValue(body, WorkMessage.class);
      var job = message.jobId();
      if (job != null) return new Work.OnJob(new JobId(job));
      var response = message.response();
      if (response != null) return new Work.Answered(response);
      throw new IllegalArgumentException("not a work message");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a work message", e);
    }
  }

  /// Makes a standard queue fair: whoever has many jobs in work lets the others go first.
  /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html>
  private static String group(String whose) {
    return Sha256.hex(whose).substring(0, 32);
  }

  /// Rounded up, so that nothing comes too early; what is longer is the sweeper's.
  private static int seconds(Duration delay) {
    if (delay.compareTo(MOST_DELAY) >= 0) return (int) MOST_DELAY.toSeconds();
    return delay.isNegative() ? 0 : (int) delay.plusMillis(999).toSeconds();
  }

  private String write(WorkMessage message) {
    try {
      return json.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a work message is two fields", e);
    }
  }
}

package dev.countersign.worker;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.countersign.queue.SqsWorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/// Lets a message that was not done come again after a short wait, longer each time: the queue's
/// own visibility is made for the longest invocation.
@ApplicationScoped
class TryAgainSoon {
  /// Until the queue gives a message up, a passing trouble has some minutes to pass.
  private static final Backoff WAIT = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));

  private static final Logger LOG = Logger.getLogger(TryAgainSoon.class);
  private final SqsWorkQueue queue;
  private final RandomGenerator random;

  TryAgainSoon(SqsWorkQueue queue, RandomGenerator random) {
    this.queue = queue;
    this.random = random;
  }

  /// When that fails too, the message comes again after the queue's visibility.
  void show(SQSMessage message) {
    try {
      queue.showAgain(message.getReceiptHandle(), WAIT.after(receives(message), random));
    } catch (SdkException e) {
      LOG.warnf(
          "message %s will come again late (%s)",
          message.getMessageId(), e.getClass().getSimpleName());
    }
  }

  private static int receives(SQSMessage message) {
    var attributes = message.getAttributes();
    var count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
    return count == null ? 1 : Integer.parseInt(count);
  }
}

package dev.countersign.local;

import dev.countersign.worker.DeadLettersLambda;
import dev.countersign.worker.WorkerLambda;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Which function is called for which queue.
@Singleton
class LocalQueues {
  private final QueuePoller work;
  private final QueuePoller dead;

  LocalQueues(
      SqsClient sqs,
      @ConfigProperty(name = "countersign.queue-url") String workUrl,
      @ConfigProperty(name = "countersign.dead-queue-url") String deadUrl,
      WorkerLambda worker,
      DeadLettersLambda deadLetters) {
    work = new QueuePoller(sqs, workUrl, worker);
    dead = new QueuePoller(sqs, deadUrl, deadLetters);
  }

  /// @param workers how many jobs are worked on at a time
  List<QueuePoller.Running> start(int workers) {
    return List.of(work.start("worker", workers), dead.start("dead-letters", 1));
  }
}

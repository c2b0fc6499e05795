package dev.countersign.worker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.queue.SqsWorkQueue;
import dev.countersign.queue.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import org.jboss.logging.Logger;

/// The function on the work queue. What it could not do comes again soon, not after the queue's
/// long visibility.
@Named("work")
@ApplicationScoped
public class WorkerLambda implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger LOG = Logger.getLogger(WorkerLambda.class);
  private final WorkOnJob work;
  private final TryAgainSoon again;
  private final Lingering lingering;
  private final Host host;
  private final ObjectMapper json;

  WorkerLambda(
      WorkOnJob work, TryAgainSoon again, Lingering lingering, Host host, ObjectMapper json) {
    this.work = work;
    this.again = again;
    this.lingering = lingering;
    this.host = host;
    this.json = json;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    TimeLeft time = () -> Duration.ofMillis(context.getRemainingTimeInMillis());
    var answer = new EachMessage(event).answer(message -> done(message, time));
    host.rests();
    if (lingering.any()) {
      event.getRecords().forEach(again::show);
      host.unfit();
    }
    return answer;
  }

  /// A message that is none of ours comes again until the queue puts it with the dead letters.
  private boolean done(SQSMessage message, TimeLeft time) {
    try {
      switch (SqsWorkQueue.read(message.getBody(), json)) {
        case Work.OnJob(var job) -> work.on(job, time);
        case Work.Answered(var response) -> work.answered(response, time);
      }
      return true;
    } catch (RuntimeException e) {
      LOG.errorf(e, "message %s was not done and will come again", message.getMessageId());
      again.show(message);
      return false;
    }
  }
}

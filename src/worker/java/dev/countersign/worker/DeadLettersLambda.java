package dev.countersign.worker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.queue.SqsWorkQueue;
import dev.countersign.queue.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.jboss.logging.Logger;

/// The function on the dead-letter queue, the backstop: a job whose message could not be worked off
/// is failed for a person to look at.
@Named("dead-letters")
@ApplicationScoped
public class DeadLettersLambda implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger LOG = Logger.getLogger(DeadLettersLambda.class);
  private final GiveUpJob giveUp;
  private final ObjectMapper json;

  DeadLettersLambda(GiveUpJob giveUp, ObjectMapper json) {
    this.giveUp = giveUp;
    this.json = json;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return new EachMessage(event).answer(this::done);
  }

  private boolean done(SQSEvent.SQSMessage message) {
    try {
      switch (SqsWorkQueue.read(message.getBody(), json)) {
        case Work.OnJob(var job) -> giveUp.on(job);
        case Work.Answered(var response) ->
            LOG.errorf("response=%s could not be told; the sweeper will ask for it", response);
      }
      return true;
    } catch (IllegalArgumentException _) {
      LOG.errorf("dead letter %s is no message of ours; dropped", message.getMessageId());
      return true;
    } catch (RuntimeException e) {
      LOG.errorf(e, "dead letter %s was not dealt with", message.getMessageId());
      return false;
    }
  }
}

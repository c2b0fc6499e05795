package dev.countersign.worker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.queue.SqsWorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import org.jboss.logging.Logger;

/// The function on the work queue. Answers with the messages that should come again, and only
/// those: <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>.
@Named("work")
@ApplicationScoped
public class WorkerLambda implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger LOG = Logger.getLogger(WorkerLambda.class);
  private final WorkOnJob work;
  private final ObjectMapper json;

  WorkerLambda(WorkOnJob work, ObjectMapper json) {
    this.work = work;
    this.json = json;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    var again = new ArrayList<SQSBatchResponse.BatchItemFailure>();
    TimeLeft time = () -> Duration.ofMillis(context.getRemainingTimeInMillis());
    for (var message : event.getRecords())
      if (!done(message, time))
        again.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
    return new SQSBatchResponse(again);
  }

  /// A message that is none of ours comes again until the queue puts it with the dead letters.
  private boolean done(SQSEvent.SQSMessage message, TimeLeft time) {
    try {
      work.on(SqsWorkQueue.jobId(message.getBody(), json), time);
      return true;
    } catch (RuntimeException e) {
      LOG.errorf(e, "message %s was not done and will come again", message.getMessageId());
      return false;
    }
  }
}

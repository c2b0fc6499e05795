package dev.countersign.worker;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.function.Predicate;

/// The messages of one invocation, each dealt with for itself. Answers with those that should come
/// again, and only those:
/// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>.
record EachMessage(SQSEvent event) {
  /// @param done whether a message is dealt with; throws nothing
  SQSBatchResponse answer(Predicate<SQSMessage> done) {
    return new SQSBatchResponse(
        event.getRecords().stream()
            .filter(done.negate())
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }
}

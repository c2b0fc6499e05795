package dev.countersign.local;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// Received messages in the form in which Lambda hands them to a function.
final class SqsEvents {
  private SqsEvents() {}

  static SQSEvent of(List<Message> messages, String queueUrl) {
    String queue = queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
    var event = new SQSEvent();
    event.setRecords(messages.stream().map(message -> record(message, queue)).toList());
    return event;
  }

  private static SQSMessage record(Message message, String queue) {
    var record = new SQSMessage();
    record.setMessageId(message.messageId());
    record.setReceiptHandle(message.receiptHandle());
    record.setBody(message.body());
    record.setMd5OfBody(message.md5OfBody());
    record.setAttributes(message.attributesAsStrings());
    record.setMessageAttributes(attributes(message));
    record.setEventSource("aws:sqs");
    record.setEventSourceArn("arn:aws:sqs:us-east-1:000000000000:" + queue);
    record.setAwsRegion("us-east-1");
    return record;
  }

  private static Map<String, MessageAttribute> attributes(Message message) {
    var attributes = new HashMap<String, MessageAttribute>();
    message.messageAttributes().forEach((name, value) -> attributes.put(name, attribute(value)));
    return attributes;
  }

  private static MessageAttribute attribute(MessageAttributeValue value) {
    var attribute = new MessageAttribute();
    attribute.setDataType(value.dataType());
    attribute.setStringValue(value.stringValue());
    if (value.binaryValue() != null) attribute.setBinaryValue(value.binaryValue().asByteBuffer());
    return attribute;
  }
}

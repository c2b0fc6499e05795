package dev.countersign.worker;

import dev.countersign.TestServices;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// All that the application keeps: every item of its table to the letter, every object of its
/// bucket, how many messages wait.
record Everything(List<String> items, List<String> objects, Map<QueueAttributeName, String> queue) {
  static Everything now() {
    var items =
        TestServices.dynamoDb()
            .scanPaginator(
                ScanRequest.builder().tableName(TestServices.table()).consistentRead(true).build())
            .items()
            .stream()
            .map(item -> new TreeMap<>(item).toString())
            .sorted()
            .toList();
    var objects =
        new TreeSet<String>(
            TestServices.s3()
                .listObjectsV2Paginator(list -> list.bucket(TestServices.bucket()))
                .contents()
                .stream()
                .map(object -> "%s %s".formatted(object.key(), object.eTag()))
                .toList());
    var queue =
        TestServices.sqs()
            .getQueueAttributes(get ->
                get.queueUrl(TestServices.queueUrl())
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
            .attributes();
    return new Everything(items, List.copyOf(objects), queue);
  }
}

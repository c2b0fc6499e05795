package dev.countersign.store;

import dev.countersign.TestServices;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The store as production wires it, on the embedded services, with a clock that a test sets and
/// clients that a test may break.
public record TestStore(
    DynamoJobStore jobs,
    DynamoPartition partition,
    Checkpoints checkpoints,
    Artifacts artifacts,
    SourceFiles files,
    S3Objects objects,
    DueIndex due,
    Ids ids) {
  public static TestStore with(InstantSource clock, RandomGenerator random) {
    return on(TestServices.dynamoDb(), TestServices.s3(), clock, random);
  }

  public static TestStore on(
      DynamoDbClient dynamo, S3Client s3, InstantSource clock, RandomGenerator random) {
    var table = new DynamoTable(dynamo, TestServices.table());
    var objects = new S3Objects(s3, TestServices.s3Presigner(), TestServices.bucket());
    var forms = new StoredForms();
    var ids = new Ids(clock, random);
    return new TestStore(
        new DynamoJobStore(table, forms, ids, random),
        new DynamoPartition(table, forms, random),
        new Checkpoints(table, new Bodies(objects), forms, ids),
        new Artifacts(table, objects, forms),
        new SourceFiles(objects),
        objects,
        new DueIndex(table),
        ids);
  }
}

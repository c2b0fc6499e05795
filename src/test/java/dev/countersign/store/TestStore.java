package dev.countersign.store;

import dev.countersign.TestServices;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.s3.S3Client;

/// The store as production wires it, on the embedded services, with a clock that a test sets and
/// clients that a test may break.
public record TestStore(
    DynamoJobStore jobs,
    DynamoPartition partition,
    Checkpoints checkpoints,
    Artifacts artifacts,
    SourceFiles files,
    Uploads uploads,
    Intake intake,
    S3Objects objects,
    DueIndex due,
    Erasure erasure,
    Money money,
    CallLog calls,
    Notices notices,
    Shared shared,
    ToolLog tools,
    Ids ids) {
  /// What workers share beyond jobs.
  public record Shared(MoneyLine line, RateWindows windows, Circuits circuits) {}

  /// What anybody may read who has its address.
  public Published published() {
    return new Published(objects);
  }

  /// The table that all tests share; they keep apart by their jobs' ids.
  public static TestStore with(InstantSource clock, RandomGenerator random) {
    return on(TestServices.dynamoDb(), TestServices.s3(), clock, random);
  }

  public static TestStore on(
      DynamoDbClient dynamo, S3Client s3, InstantSource clock, RandomGenerator random) {
    return on(TestServices.table(), dynamo, s3, clock, random);
  }

  /// Another table like the one that all share, for a test that sweeps.
  public static String newTable() {
    var dynamo = TestServices.dynamoDb();
    var like = dynamo.describeTable(d -> d.tableName(TestServices.table())).table();
    var name = "test-" + UUID.randomUUID();
    var indexes =
        like.globalSecondaryIndexes().stream()
            .map(index ->
                GlobalSecondaryIndex.builder()
                    .indexName(index.indexName())
                    .keySchema(index.keySchema())
                    .projection(index.projection())
                    .build())
            .toList();
    dynamo.createTable(c ->
        c.tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(like.keySchema())
            .attributeDefinitions(like.attributeDefinitions())
            .globalSecondaryIndexes(indexes));
    return name;
  }

  public static TestStore on(
      String tableName,
      DynamoDbClient dynamo,
      S3Client s3,
      InstantSource clock,
      RandomGenerator random) {
    var table = new DynamoTable(dynamo, tableName);
    var objects = new S3Objects(s3, TestServices.s3Presigner(), TestServices.bucket());
    var forms = new StoredForms();
    var ids = new Ids(clock, random);
    var files = new SourceFiles(objects);
    var links = new S3Links(TestServices.s3Presigner(), TestServices.bucket());
    return new TestStore(
        new DynamoJobStore(table, forms, ids, random),
        new DynamoPartition(table, forms, random),
        new Checkpoints(table, new Bodies(objects), forms, ids),
        new Artifacts(table, objects, forms),
        files,
        new Uploads(table, objects, links, forms, ids),
        new Intake(table, files, forms, ids),
        objects,
        new DueIndex(table),
        new Erasure(table, objects, forms, ids, random),
        new Money(table, forms, ids),
        new CallLog(table, forms, ids),
        new Notices(table, forms, ids),
        new Shared(
            new MoneyLine(table, forms, ids),
            new RateWindows(table),
            new Circuits(table, forms, ids)),
        new ToolLog(table, forms),
        ids);
  }
}

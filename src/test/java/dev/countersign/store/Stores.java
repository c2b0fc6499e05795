package dev.countersign.store;

import dev.countersign.Faults;
import dev.countersign.SettableClock;
import dev.countersign.TestServices;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Stores that a test breaks, and looks at what they have stored.
final class Stores {
  private Stores() {}

  static TestStore with(Faults faults) {
    var dynamo =
        TestServices.dynamoDbBuilder()
            .overrideConfiguration(c -> c.addExecutionInterceptor(faults))
            .build();
    return TestStore.on(dynamo, TestServices.s3(), new SettableClock(), new Random());
  }

  /// The situation as a stored job with an id of its own and a timeline that begins there.
  static Job put(TestStore store, Job situation) {
    var job =
        new Job(
            new JobId("job_" + UUID.randomUUID()),
            situation.owner(),
            situation.workflow(),
            situation.title(),
            situation.inputs(),
            situation.submittedAt(),
            situation.deadline(),
            situation.plan(),
            situation.progress(),
            situation.effects(),
            situation.state(),
            situation.version(),
            situation.fence(),
            situation.head());
    return ((Creation.Created) store.jobs().create(job, new NewJob(null, List.of()))).job();
  }

  static Map<String, AttributeValue> item(String pk, String sk) {
    try (var dynamo = TestServices.dynamoDb()) {
      return dynamo
          .getItem(g ->
              g.tableName(TestServices.table())
                  .key(Map.of("pk", Attr.text(pk), "sk", Attr.text(sk)))
                  .consistentRead(true))
          .item();
    }
  }

  static Instant dueAt(JobId job) {
    return Attr.time(item(job.value(), Keys.JOB), "dueAt");
  }
}

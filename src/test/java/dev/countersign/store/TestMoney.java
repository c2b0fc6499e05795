package dev.countersign.store;

import dev.countersign.Faults;
import dev.countersign.TestServices;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The parts of the store that hold what workers share: money, rates, the state of a provider.
public final class TestMoney {
  private TestMoney() {}

  public static Money money(DynamoDbClient dynamo, InstantSource clock, RandomGenerator random) {
    return new Money(table(dynamo), new StoredForms(), new Ids(clock, random));
  }

  public static MoneyLine line(DynamoDbClient dynamo, InstantSource clock, RandomGenerator random) {
    return new MoneyLine(table(dynamo), new StoredForms(), new Ids(clock, random));
  }

  public static RateWindows windows(DynamoDbClient dynamo) {
    return new RateWindows(table(dynamo));
  }

  public static Circuits circuits(
      DynamoDbClient dynamo, InstantSource clock, RandomGenerator random) {
    return new Circuits(table(dynamo), new StoredForms(), new Ids(clock, random));
  }

  /// A client of one process, whose writes may be lost or its last.
  public static DynamoDbClient breaking(Faults faults) {
    return TestServices.dynamoDbBuilder()
        .overrideConfiguration(c -> c.addExecutionInterceptor(faults))
        .build();
  }

  private static DynamoTable table(DynamoDbClient dynamo) {
    return new DynamoTable(dynamo, TestServices.table());
  }
}

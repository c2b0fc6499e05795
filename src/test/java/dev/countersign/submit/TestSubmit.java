package dev.countersign.submit;

import dev.countersign.job.Spending;
import dev.countersign.job.WorkQueue;
import dev.countersign.store.DynamoJobStore;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;

/// Use cases as production wires them.
public final class TestSubmit {
  private TestSubmit() {}

  /// Plans of a deployment that allows a job $5.
  static ResolvePlan plans() {
    return new ResolvePlan(
        new ResolveTerms(Map::of), new ResolveContract(new BigDecimal(Spending.USUAL_CAP)));
  }

  public static SayOutcome sayOutcome(DynamoJobStore store, WorkQueue queue, InstantSource clock) {
    return new SayOutcome(store, queue, clock);
  }
}

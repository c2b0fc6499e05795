package dev.countersign.submit;

import dev.countersign.job.WorkQueue;
import dev.countersign.store.DynamoJobStore;
import java.time.InstantSource;

/// Use cases as production wires them.
public final class TestSubmit {
  private TestSubmit() {}

  public static SayOutcome sayOutcome(DynamoJobStore store, WorkQueue queue, InstantSource clock) {
    return new SayOutcome(store, queue, clock);
  }
}

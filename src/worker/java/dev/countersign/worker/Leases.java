package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.Lease;
import dev.countersign.store.DynamoJobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Keeps the lease on a job alive while a call is made for it.
@ApplicationScoped
class Leases {
  private final DynamoJobStore store;
  private final WorkerConfig config;
  private final Lingering lingering;
  private final InstantSource clock;

  Leases(DynamoJobStore store, WorkerConfig config, Lingering lingering, InstantSource clock) {
    this.store = store;
    this.config = config;
    this.lingering = lingering;
    this.clock = clock;
  }

  LeasedCall on(Job held) {
    return new LeasedCall(
        config.heartbeat(), () -> store.beat(held, clock.instant().plus(Lease.LENGTH)), lingering);
  }
}

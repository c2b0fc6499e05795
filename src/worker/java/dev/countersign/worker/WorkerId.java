package dev.countersign.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

/// Under which name this process takes leases.
///
/// @param name what all processes of this worker's name share
/// @param process tells one process of that name from the next
record WorkerId(String name, String process) {
  String holder() {
    return name + "/" + process;
  }

  /// Whether a lease is another, thus an earlier, process's of the same name.
  boolean isPredecessor(String holder) {
    return holder.startsWith(name + "/") && !holder.equals(holder());
  }

  /// Makes up the process's part at start-up.
  @ApplicationScoped
  static class Naming {
    @Produces
    @Singleton
    WorkerId id(WorkerConfig config, RandomGenerator random) {
      return new WorkerId(config.name(), "%08x".formatted(random.nextInt()));
    }
  }
}

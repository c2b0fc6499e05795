package dev.countersign.worker;

import dev.countersign.store.Renewable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Under which name this process takes leases: what all processes of this worker's name share, and
/// a part that tells one process of that name from the next.
final class WorkerId implements Renewable {
  private final String name;
  private final Supplier<String> parts;
  private volatile String process;

  /// @param parts gives another part each time
  WorkerId(String name, Supplier<String> parts) {
    this.name = name;
    this.parts = parts;
    this.process = parts.get();
  }

  String holder() {
    return name + "/" + process;
  }

  /// Whether a lease is another, thus an earlier, process's of the same name.
  boolean isPredecessor(String holder) {
    return holder.startsWith(name + "/") && !holder.equals(holder());
  }

  @Override
  public void renew() {
    process = parts.get();
  }

  /// Makes up the process's part at start-up, after the randomness it is made from.
  @ApplicationScoped
  static class Naming {
    @Produces
    @Singleton
    WorkerId id(WorkerConfig config, RandomGenerator random) {
      return new WorkerId(config.name(), () -> "%016x".formatted(random.nextLong()));
    }
  }
}

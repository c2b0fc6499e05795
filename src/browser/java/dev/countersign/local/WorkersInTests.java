package dev.countersign.local;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Starts the workers and the sweeper, as `LocalApp` does where it is the main program.
@ApplicationScoped
@IfBuildProfile("browser")
class WorkersInTests {
  void start(@Observes StartupEvent started, LocalWorkers workers) {
    var _ = workers.start();
  }

  void stop(@Observes ShutdownEvent stopping, LocalWorkers workers) {
    workers.stop();
  }
}

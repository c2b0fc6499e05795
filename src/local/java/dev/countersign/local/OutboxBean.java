package dev.countersign.local;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Shows the pages where the embedded mail server keeps its mail.
final class OutboxBean {
  @Produces
  @Singleton
  OutboxFolder outbox(
      @ConfigProperty(name = "countersign.outbox") Path folder, InstantSource clock) {
    return new OutboxFolder(folder, clock);
  }
}

package dev.countersign.approval;

import dev.countersign.store.AwsClients;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// Decides at start-up where the keys come from. Reads none yet.
@ApplicationScoped
class ChooseKeys {
  @Produces
  @Singleton
  @Startup
  KeyRing keys(KeyConfig config, AwsClients clients, InstantSource clock) {
    return of(config, clients, clock);
  }

  /// @throws IllegalStateException when not exactly one of the two places is configured
  static KeyRing of(KeyConfig config, AwsClients clients, InstantSource clock) {
    boolean given = config.links().isPresent() || config.decisions().isPresent();
    if (given == config.secret().isPresent())
      throw new IllegalStateException(
          given
              ? "Set COUNTERSIGN_KEYS_SECRET or countersign.keys.links and .decisions, not both."
              : "Set COUNTERSIGN_KEYS_SECRET to the ARN of the secret that all keys are made from"
                  + " (or countersign.keys.links and countersign.keys.decisions).");
    if (config.secret().isPresent()) {
      var client = clients.lazy(SecretsManagerClient::builder, "secretsmanager");
      return new StoredKeys(client, config.secret().get(), clock);
    }
    return new ConfiguredKeys(
        config.links().orElse(List.of()),
        config.decisions().orElse(List.of()),
        config.receipts().orElse(List.of()));
  }
}

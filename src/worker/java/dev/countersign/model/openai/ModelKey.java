package dev.countersign.model.openai;

import dev.countersign.model.ModelConfig;
import dev.countersign.store.AwsClients;
import dev.countersign.store.Renewable;
import dev.countersign.workflow.Retriable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// The provider's key: configured, or a secret's current value, read when first needed, again after
/// a restore and after the provider did not take it. Never in a message or a log.
@ApplicationScoped
class ModelKey implements Renewable {
  private final Optional<String> configured;
  private final Optional<String> secret;
  private final Supplier<SecretsManagerClient> client;
  private @Nullable String known;

  @Inject
  ModelKey(ModelConfig config, AwsClients clients) {
    this(
        config.apiKey(),
        config.keySecret(),
        clients.lazy(SecretsManagerClient::builder, "secretsmanager"));
  }

  ModelKey(
      Optional<String> configured, Optional<String> secret, Supplier<SecretsManagerClient> client) {
    this.configured = configured.filter(key -> !key.isBlank());
    this.secret = secret.filter(name -> !name.isBlank());
    this.client = client;
  }

  boolean isThere() {
    return configured.isPresent() || secret.isPresent();
  }

  /// @throws Retriable when the secret cannot be read
  /// @throws IllegalStateException when there is none, or what is there is no key
  synchronized String value() {
    var now = known;
    if (now == null) known = now = checked(configured.orElseGet(this::stored));
    return now;
  }

  synchronized void forget() {
    known = null;
  }

  @Override
  public void renew() {
    forget();
  }

  private String stored() {
    var name =
        secret.orElseThrow(
            () -> new IllegalStateException("No model may be asked: OPENAI_API_KEY is not set."));
    try {
      var value = client.get().getSecretValue(get -> get.secretId(name)).secretString();
      return value == null ? "" : value;
    } catch (SdkException e) {
      throw new Retriable("The model's key could not be read from Secrets Manager.", e);
    }
  }

  /// It goes into a header; what does not fit there would be told in an exception's message.
  private static String checked(String key) {
    var text = key.strip();
    if (!text.matches("[\\x21-\\x7e]{1,512}"))
      throw new IllegalStateException("The model's key is not one line of visible characters.");
    return text;
  }
}

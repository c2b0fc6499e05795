package dev.countersign.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Arrays;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// Makes the AWS clients that no Quarkus extension makes: the SDK's default chain for region,
/// credentials and endpoint, the same HTTP client, and the same name of the setting that points it
/// elsewhere.
@ApplicationScoped
public class AwsClients {
  private final Config config;

  public AwsClients(Config config) {
    this.config = config;
  }

  /// Made when first asked for, so that a process which never asks needs no region.
  ///
  /// @param services its names in the setting `quarkus.SERVICE.endpoint-override`; the first that
  ///   is set counts
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> Supplier<C> lazy(
      Supplier<B> builder, String... services) {
    return new Lazy<>(() -> {
      var made = builder.get().httpClient(UrlConnectionHttpClient.create());
      Arrays.stream(services)
          .map(service -> "quarkus." + service + ".endpoint-override")
          .flatMap(setting -> config.getOptionalValue(setting, URI.class).stream())
          .findFirst()
          .ifPresent(made::endpointOverride);
      return made.build();
    });
  }
}

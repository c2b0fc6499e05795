package dev.countersign.approval;

import dev.countersign.HttpDouble;
import dev.countersign.HttpDouble.Answer;
import dev.countersign.HttpDouble.Asked;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// Secrets Manager with one secret that rotates, and others, over HTTP (AWS JSON 1.1).
public final class SecretsDouble implements AutoCloseable {
  public static final String SECRET = "countersign";
  private final Map<String, Version> stages = new ConcurrentHashMap<>();
  private final Map<String, String> others = new ConcurrentHashMap<>();
  private final HttpDouble http = HttpDouble.playing(this::answer);
  private final String name;

  public SecretsDouble() {
    this(SECRET);
  }

  /// @param name the secret's name or ARN, under which it is asked for
  public SecretsDouble(String name) {
    this.name = name;
  }

  private record Version(String id, String text) {}

  /// The secret gets another value; what was current is the previous one.
  public SecretsDouble rotate(String version, String text) {
    var current = stages.get("AWSCURRENT");
    if (current != null) stages.put("AWSPREVIOUS", current);
    stages.put("AWSCURRENT", new Version(version, text));
    return this;
  }

  /// Another secret.
  public SecretsDouble with(String name, String text) {
    others.put(name, text);
    return this;
  }

  /// How often a secret was asked for.
  public int reads() {
    return http.asked().size();
  }

  public URI endpoint() {
    return http.endpoint();
  }

  public SecretsManagerClient client() {
    return SecretsManagerClient.builder()
        .endpointOverride(http.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private Answer answer(Asked asked) {
    if (!asked.target().equals("secretsmanager.GetSecretValue"))
      return Answer.error(400, "InvalidRequestException");
    for (var other : others.entrySet())
      if (isFor(asked, other.getKey()))
        return value(other.getKey(), "1", other.getValue(), "AWSCURRENT");
    if (!isFor(asked, name)) return Answer.error(400, "InvalidRequestException");
    var stage = asked.body().contains("\"AWSPREVIOUS\"") ? "AWSPREVIOUS" : "AWSCURRENT";
    var version = stages.get(stage);
    if (version == null) return Answer.error(400, "ResourceNotFoundException");
    return value(name, version.id(), version.text(), stage);
  }

  private static boolean isFor(Asked asked, String name) {
    return asked.body().contains("\"SecretId\":\"" + name + "\"");
  }

  private static Answer value(String name, String version, String text, String stage) {
    return Answer.ok(
        "{\"Name\":\"%s\",\"VersionId\":\"%s\",\"SecretString\":\"%s\",\"VersionStages\":[\"%s\"]}"
            .formatted(name, version, text, stage));
  }

  @Override
  public void close() {
    http.close();
  }
}

package dev.countersign.lambda;

import dev.countersign.approval.SecretsDouble;
import dev.countersign.lambda.template.Template;
import dev.countersign.local.EmbeddedServices;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The services beneath the functions, with the template's resources in them and nothing else that
/// the functions would know of.
final class Backend implements AutoCloseable {
  private static final String VERSION = "6f1d2c3b-4a59-4687-9c7e-0123456789ab";
  private static final String SECRET_TEXT =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01";

  /// The secret of the models' provider, which is not the template's.
  static final String MODEL_KEY = "arn:aws:secretsmanager:us-east-1:123456789012:secret:model-key";

  private final EmbeddedServices embedded = EmbeddedServices.inMemory(InstantSource.system());
  private final Map<String, String> settings = embedded.settings();
  private final SesDouble ses = new SesDouble();
  private final SecretsDouble secrets;
  private final SqsClient sqs;
  private final Template template;

  /// @param template with its parameters given
  Backend(Template template) {
    this.sqs = client(SqsClient.builder(), "sqs");
    try (var dynamoDb = client(DynamoDbClient.builder(), "dynamodb");
        var s3 = client(S3Client.builder().forcePathStyle(true), "s3")) {
      this.template = new TemplateResources(dynamoDb, sqs, s3).madeFrom(template);
    }
    this.secrets =
        new SecretsDouble(this.template.names().ref("Secret"))
            .rotate(VERSION, SECRET_TEXT)
            .with(MODEL_KEY, "sk-scripted");
  }

  /// The template with every name leading to what is here.
  Template template() {
    return template;
  }

  SqsClient sqs() {
    return sqs;
  }

  SesDouble ses() {
    return ses;
  }

  /// The services by the name that the SDK's `AWS_ENDPOINT_URL_NAME` has for them.
  Map<String, URI> endpoints() {
    return Map.of(
        "DYNAMODB", endpoint("dynamodb"),
        "SQS", endpoint("sqs"),
        "S3", endpoint("s3"),
        "SECRETS_MANAGER", secrets.endpoint(),
        "SESV2", ses.endpoint());
  }

  /// What the services take as the functions' signatures.
  AwsBasicCredentials credentials() {
    String prefix = "quarkus.s3.aws.credentials.static-provider.";
    return AwsBasicCredentials.create(
        settings.get(prefix + "access-key-id"), settings.get(prefix + "secret-access-key"));
  }

  @Override
  public void close() {
    sqs.close();
    secrets.close();
    ses.close();
    embedded.close();
  }

  private URI endpoint(String service) {
    return URI.create(settings.get("quarkus." + service + ".endpoint-override"));
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, String service) {
    return builder
        .endpointOverride(endpoint(service))
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials()))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}

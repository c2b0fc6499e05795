package dev.countersign;

import dev.countersign.local.EmbeddedServices;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/// The embedded services of the tests: started by the first test that asks, shared by all tests of
/// this JVM, gone with it. Tests keep apart by using ids of their own.
///
/// Their settings are system properties, so that class loaders that do not share this class
/// (Quarkus tests) still find the same services, and a Quarkus application under test needs nothing
/// more.
public final class TestServices {
  private static final String STARTED = "countersign.test.services-started";

  private TestServices() {}

  /// Starts the services unless they run already; whoever asks, by the JVM's own class loader. What
  /// another loader started (that of a Quarkus test) cannot stop when the JVM ends, and it hangs.
  public static void start() {
    if (System.getProperty(STARTED) != null) return;
    var thread = Thread.currentThread();
    var usual = thread.getContextClassLoader();
    var own = ClassLoader.getSystemClassLoader();
    thread.setContextClassLoader(own);
    try {
      own.loadClass(TestServices.class.getName()).getMethod("startOnce").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The embedded services did not start", e);
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  /// For `start` alone, which calls it by name.
  public static synchronized void startOnce() {
    if (System.getProperty(STARTED) == null) {
      var services = EmbeddedServices.inMemory(InstantSource.system());
      services.settings().forEach(System::setProperty);
      System.setProperty(STARTED, "true");
      Runtime.getRuntime().addShutdownHook(new Thread(services::close));
    }
  }

  /// A client of the table; the caller closes it or lets it go with the JVM.
  public static DynamoDbClient dynamoDb() {
    return dynamoDbBuilder().build();
  }

  /// For tests that count requests or break them: add an execution interceptor, then build.
  public static DynamoDbClientBuilder dynamoDbBuilder() {
    return client(DynamoDbClient.builder(), "dynamodb");
  }

  public static SqsClient sqs() {
    return sqsBuilder().build();
  }

  public static SqsClientBuilder sqsBuilder() {
    return client(SqsClient.builder(), "sqs");
  }

  public static S3Client s3() {
    return s3Builder().build();
  }

  public static S3ClientBuilder s3Builder() {
    return client(S3Client.builder().forcePathStyle(true), "s3");
  }

  public static S3Presigner s3Presigner() {
    return S3Presigner.builder()
        .endpointOverride(endpoint("s3"))
        .region(Region.of(setting("quarkus.s3.aws.region")))
        .credentialsProvider(credentials("s3"))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  public static String table() {
    return setting("countersign.table");
  }

  public static String bucket() {
    return setting("countersign.bucket");
  }

  public static String queueUrl() {
    return setting("countersign.queue-url");
  }

  public static String deadQueueUrl() {
    return setting("countersign.dead-queue-url");
  }

  public static int smtpPort() {
    return Integer.parseInt(setting("countersign.smtp.port"));
  }

  /// Where the embedded mail server keeps `NAME.eml` and the envelope `NAME.json`.
  public static Path outbox() {
    return Path.of(setting("countersign.outbox"));
  }

  private static String setting(String key) {
    start();
    return System.getProperty(key);
  }

  private static URI endpoint(String service) {
    return URI.create(setting("quarkus." + service + ".endpoint-override"));
  }

  private static StaticCredentialsProvider credentials(String service) {
    String prefix = "quarkus." + service + ".aws.credentials.static-provider.";
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            setting(prefix + "access-key-id"), setting(prefix + "secret-access-key")));
  }

  private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B client(
      B builder, String service) {
    return builder
        .endpointOverride(endpoint(service))
        .region(Region.of(setting("quarkus." + service + ".aws.region")))
        .credentialsProvider(credentials(service))
        .httpClient(UrlConnectionHttpClient.create());
  }
}

package dev.countersign.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The four services that Countersign uses, running in this process on loopback, with the table,
/// queues and bucket in them. Only addresses differ from the cloud.
public final class EmbeddedServices implements AutoCloseable {
  private final EmbeddedDynamoDb dynamoDb;
  private final EmbeddedSqs sqs;
  private final EmbeddedS3 s3;
  private final EmbeddedSmtp smtp;
  private final CloudResources.Queues queues;
  private final Map<String, String> keys;
  private final Path folder;
  private final boolean temporary;

  private EmbeddedServices(Path folder, boolean temporary, InstantSource clock) throws IOException {
    this.folder = folder;
    this.temporary = temporary;
    try (var threads = Executors.newFixedThreadPool(4)) {
      var startedSqs = start(threads, EmbeddedSqs::start);
      var startedDynamoDb =
          start(threads, () -> dynamoDb(temporary ? null : subfolder("dynamodb")));
      var startedS3 = start(threads, () -> s3(subfolder("s3")));
      var startedSmtp = start(threads, () -> EmbeddedSmtp.start(outbox(), clock));
      keys = new LocalKeys(folder.resolve("keys"), new SecureRandom()).settings();
      smtp = startedSmtp.join();
      sqs = startedSqs.join();
      queues = CloudResources.createQueues(sqs.endpoint());
      s3 = startedS3.join();
      dynamoDb = startedDynamoDb.join();
    }
  }

  /// Everything under `folder`, kept from one start to the next; only the queue is in memory.
  public static EmbeddedServices onDisk(Path folder, InstantSource clock) {
    QuietLogs.install();
    try {
      return new EmbeddedServices(folder, false, clock);
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder could not be used", e);
    }
  }

  /// Nothing is kept: the table in memory, objects and mail in a folder that `close` deletes.
  public static EmbeddedServices inMemory(InstantSource clock) {
    QuietLogs.install();
    try {
      return new EmbeddedServices(Files.createTempDirectory("countersign"), true, clock);
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder for the embedded services", e);
    }
  }

  /// The settings that point Quarkus and the AWS SDK at these services, by configuration key.
  public Map<String, String> settings() {
    var settings = new TreeMap<String, String>();
    settings.putAll(client("dynamodb", dynamoDb.endpoint().toString()));
    settings.putAll(client("sqs", sqs.endpoint().toString()));
    settings.putAll(client("s3", s3.endpoint().toString()));
    settings.put("countersign.table", CloudResources.TABLE);
    settings.put("countersign.bucket", CloudResources.BUCKET);
    settings.put("countersign.queue-url", queues.work());
    settings.put("countersign.dead-queue-url", queues.dead());
    settings.put("countersign.smtp.host", Loopback.HOST);
    settings.put("countersign.smtp.port", Integer.toString(smtp.port()));
    settings.put("countersign.outbox", outbox().toString());
    settings.putAll(keys);
    return settings;
  }

  /// Where mail is kept: `NAME.eml` and its envelope `NAME.json`.
  public Path outbox() {
    return folder.resolve("outbox");
  }

  @Override
  public void close() {
    smtp.close();
    sqs.close();
    s3.close();
    dynamoDb.close();
    if (temporary) {
      Stopping.of("the temporary folder", () -> delete(folder));
    }
  }

  private static EmbeddedDynamoDb dynamoDb(@Nullable Path folder) throws Exception {
    var started = EmbeddedDynamoDb.start(folder);
    CloudResources.createTable(started.endpoint());
    return started;
  }

  private static EmbeddedS3 s3(Path folder) throws Exception {
    var started = EmbeddedS3.start(folder);
    CloudResources.createBucket(started.endpoint());
    return started;
  }

  private static Map<String, String> client(String service, String endpoint) {
    String prefix = "quarkus." + service;
    return Map.of(
        prefix + ".endpoint-override",
        endpoint,
        prefix + ".aws.region",
        LocalCredentials.REGION.id(),
        prefix + ".aws.credentials.type",
        "static",
        prefix + ".aws.credentials.static-provider.access-key-id",
        LocalCredentials.ACCESS_KEY,
        prefix + ".aws.credentials.static-provider.secret-access-key",
        LocalCredentials.SECRET_KEY);
  }

  private Path subfolder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private static <T> CompletableFuture<T> start(Executor threads, Callable<T> service) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return service.call();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        threads);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

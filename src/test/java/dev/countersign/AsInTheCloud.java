package dev.countersign;

import dev.countersign.model.openai.TestModels;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.UUID;

/// An application with what a deployment has: the limit of a request, a key and a provider at a
/// port that a test may play, and a queue to itself, so that a test can work it off. One for all
/// tests of these, because each profile's application is built on its own, which takes seconds.
public final class AsInTheCloud implements QuarkusTestProfile {
  public static final int MOST_BYTES = 4 * 1024 * 1024;

  /// Properties of the system, because profile and test are loaded apart.
  private static final String PORT = "countersign.test.model-port";

  private static final String QUEUE = "countersign.test.queue-to-itself";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "countersign.http.most-bytes",
        Integer.toString(MOST_BYTES),
        "countersign.model.api-key",
        TestModels.KEY,
        "countersign.model.base-url",
        "http://127.0.0.1:%d/v1".formatted(modelPort()),
        "countersign.queue-url",
        queue());
  }

  /// Where the application expects its provider.
  public static synchronized int modelPort() {
    if (System.getProperty(PORT) == null) System.setProperty(PORT, String.valueOf(free()));
    return Integer.getInteger(PORT);
  }

  public static synchronized String queue() {
    if (System.getProperty(QUEUE) == null)
      try (var sqs = TestServices.sqs()) {
        var name = "to-itself-" + UUID.randomUUID();
        System.setProperty(QUEUE, sqs.createQueue(create -> create.queueName(name)).queueUrl());
      }
    return System.getProperty(QUEUE);
  }

  private static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

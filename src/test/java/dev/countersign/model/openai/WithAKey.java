package dev.countersign.model.openai;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/// An application that has a key, and a provider at a port that a test may play.
public class WithAKey implements QuarkusTestProfile {
  /// A property of the system, because profile and test are loaded apart.
  private static final String PORT = "countersign.test.model-port";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "countersign.model.api-key",
        TestModels.KEY,
        "countersign.model.base-url",
        "http://127.0.0.1:%d/v1".formatted(port()));
  }

  public static synchronized int port() {
    if (System.getProperty(PORT) == null) System.setProperty(PORT, String.valueOf(free()));
    return Integer.getInteger(PORT);
  }

  private static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

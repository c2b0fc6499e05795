package dev.countersign.browser;

import dev.countersign.TestServices;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The one process as these tests start it: at a free port that its mails name, with the workflows
/// of [LetterWorkflows] beside its own, some more people, and a clock that can be moved.
public final class InTheBrowser implements QuarkusTestProfile {
  /// Beans for these tests alone carry this in `@IfBuildProfile`.
  static final String PROFILE = "browser";

  static final List<String> MORE_PEOPLE = List.of("second", "third", "deputy");

  @Override
  public String getConfigProfile() {
    return PROFILE;
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(Address.class));
  }

  /// Starts the embedded services and finds the port.
  public static final class Address implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      TestServices.start();
      String port = Integer.toString(freePort());
      System.setProperty("quarkus.http.test-port", port); // as the build sets it: nothing else wins
      var settings = new HashMap<String, String>();
      settings.put("countersign.public-url", "http://localhost:" + port);
      settings.put("countersign.local.sweep-every", "PT0.3S");
      for (var name : MORE_PEOPLE) {
        settings.put("quarkus.security.users.embedded.users." + name, name);
        settings.put("quarkus.security.users.embedded.roles." + name, "reviewer");
      }
      return settings;
    }

    @Override
    public void stop() {
      // The services end with the JVM.
    }

    private static int freePort() {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException("No free port", e);
      }
    }
  }
}

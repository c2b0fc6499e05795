package dev.countersign;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// For a `@QuarkusTest`: `@QuarkusTestResource(EmbeddedServicesResource.class)` starts the shared
/// services before the application; their settings reach it as system properties.
public final class EmbeddedServicesResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    TestServices.start();
    return Map.of();
  }

  @Override
  public void stop() {
    // They are shared by all tests of the JVM and end with it.
  }
}

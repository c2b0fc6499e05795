package dev.countersign;

import dev.countersign.model.openai.Webhook;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// For a `@QuarkusTest`: `@QuarkusTestResource(EmbeddedServicesResource.class)` starts the shared
/// services before the application; their settings reach it as system properties. The secrets are
/// for tests alone.
public final class EmbeddedServicesResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    TestServices.start();
    return Map.of(
        "countersign.public-url", "http://localhost:8080",
        "countersign.keys.links", "test:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
        "countersign.keys.decisions", "test:OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg=",
        "countersign.hooks.openai", Webhook.SECRET,
        "quarkus.security.users.embedded.users.stranger", "stranger",
        "quarkus.security.users.embedded.roles.stranger", "submitter,reviewer");
  }

  @Override
  public void stop() {
    // They are shared by all tests of the JVM and end with it.
  }
}

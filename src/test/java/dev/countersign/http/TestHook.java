package dev.countersign.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.model.openai.Webhook;
import dev.countersign.queue.SqsWorkQueue;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/// `/hooks/openai` without a container, before the queue of a test's engine.
public final class TestHook {
  private final HooksResource hooks;

  public TestHook(SqsWorkQueue queue, InstantSource clock) {
    hooks = new HooksResource(() -> Optional.of(Webhook.SECRET), queue, new ObjectMapper(), clock);
  }

  /// The status of its answer.
  public int hears(Webhook webhook) {
    try {
      hooks.heard(webhook.headers()::get, webhook.body().getBytes(StandardCharsets.UTF_8));
      return 204;
    } catch (ProblemException e) {
      return e.problem().status();
    }
  }
}

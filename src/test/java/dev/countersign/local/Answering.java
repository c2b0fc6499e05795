package dev.countersign.local;

import dev.countersign.TestServices;
import dev.countersign.model.openai.WithAKey;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// An application that has a model and a queue to itself, so that its test can work it off.
public class Answering extends WithAKey {
  private static final String QUEUE = "countersign.test.answering-queue";

  @Override
  public Map<String, String> getConfigOverrides() {
    var settings = new HashMap<>(super.getConfigOverrides());
    settings.put("countersign.queue-url", queue());
    return settings;
  }

  static synchronized String queue() {
    if (System.getProperty(QUEUE) == null)
      try (var sqs = TestServices.sqs()) {
        var name = "answering-" + UUID.randomUUID();
        System.setProperty(QUEUE, sqs.createQueue(create -> create.queueName(name)).queueUrl());
      }
    return System.getProperty(QUEUE);
  }
}

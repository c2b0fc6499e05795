package dev.countersign.worker;

import dev.countersign.job.JobId;
import dev.countersign.store.Checkpoints;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The results that this invocation has stored itself, so that running ahead reads nothing back.
final class StepMemory {
  private final Checkpoints checkpoints;
  private final Map<String, String> stored = new ConcurrentHashMap<>();

  StepMemory(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  void remember(String reference, String json) {
    stored.put(reference, json);
  }

  String read(JobId job, String reference) {
    return stored.computeIfAbsent(reference, absent -> checkpoints.read(job, absent));
  }
}

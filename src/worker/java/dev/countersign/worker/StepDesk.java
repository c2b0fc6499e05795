package dev.countersign.worker;

import dev.countersign.model.AllModels;
import dev.countersign.store.Artifacts;
import dev.countersign.store.Checkpoints;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.SourceFiles;
import jakarta.enterprise.context.ApplicationScoped;

/// Where steps get what they see.
@ApplicationScoped
class StepDesk {
  private final DynamoPartition partition;
  private final Checkpoints checkpoints;
  private final Artifacts artifacts;
  private final SourceFiles files;
  private final AllModels models;
  private final WorkerConfig config;

  StepDesk(
      DynamoPartition partition,
      Checkpoints checkpoints,
      Artifacts artifacts,
      SourceFiles files,
      AllModels models,
      WorkerConfig config) {
    this.partition = partition;
    this.checkpoints = checkpoints;
    this.artifacts = artifacts;
    this.files = files;
    this.models = models;
    this.config = config;
  }

  StepMemory memory() {
    return new StepMemory(checkpoints);
  }

  DynamoPartition partition() {
    return partition;
  }

  Checkpoints checkpoints() {
    return checkpoints;
  }

  Artifacts artifacts() {
    return artifacts;
  }

  SourceFiles files() {
    return files;
  }

  AllModels models() {
    return models;
  }

  FanOut fanOut() {
    return new FanOut(config.fanOut());
  }
}

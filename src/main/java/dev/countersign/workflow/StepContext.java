package dev.countersign.workflow;

import dev.countersign.job.JobId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// All that a step sees: its job's inputs, sources and earlier results. Implemented by the worker.
public interface StepContext {
  JobId job();

  String title();

  /// The submitter's address.
  String owner();

  Map<String, String> inputs();

  /// Counts drafts, from 1.
  int revision();

  /// Counts tries of this step, from 1.
  int attempt();

  /// When this try began; the only clock a step needs.
  Instant startedAt();

  /// When this try is stopped.
  Instant deadline();

  /// What the reviewer asked to be changed; empty in revision 1.
  Optional<String> reviewerComment();

  List<Source> sources();

  /// A local copy, its hash checked, removed after the step.
  Path open(Source source);

  /// The stored result of an earlier step.
  <T> T result(String step, Class<T> type);

  /// The newest version of an artifact that this job produced.
  Artifact artifact(String name);

  /// Does `work` on every item, some at a time, and stores each result under its key, so that
  /// another try does only what is missing. In the items' order.
  <T, R> List<R> each(List<T> items, Function<T, String> key, Class<R> type, Work<T, R> work);

  /// The language models, for this step.
  Models models();

  /// Work on one item.
  @FunctionalInterface
  interface Work<T, R> {
    R on(T item) throws Exception;
  }
}

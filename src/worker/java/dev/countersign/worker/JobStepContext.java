package dev.countersign.worker;

import dev.countersign.job.Decision;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.StepRun;
import dev.countersign.store.StoredDecision;
import dev.countersign.workflow.Artifact;
import dev.countersign.workflow.Models;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.StepContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/// What one try of one step sees; useless once that try has ended.
final class JobStepContext implements StepContext, AutoCloseable {
  private final Job job;
  private final StepDesk desk;
  private final StepMemory memory;
  private final Instant startedAt;
  private final Instant deadline;
  private final SourceCopies copies;
  private volatile boolean ended;

  JobStepContext(Job job, StepDesk desk, StepMemory memory, Instant startedAt, Duration limit) {
    this.job = job;
    this.desk = desk;
    this.memory = memory;
    this.startedAt = startedAt;
    this.deadline = startedAt.plus(limit);
    this.copies = new SourceCopies((source, file) -> desk.files().download(job.id(), source, file));
  }

  @Override
  public JobId job() {
    return job.id();
  }

  @Override
  public String title() {
    return job.title();
  }

  @Override
  public String owner() {
    return job.owner();
  }

  @Override
  public Map<String, String> inputs() {
    return job.inputs();
  }

  @Override
  public int revision() {
    return job.progress().revision();
  }

  @Override
  public int attempt() {
    return job.progress().attempt();
  }

  @Override
  public Instant startedAt() {
    return startedAt;
  }

  @Override
  public Instant deadline() {
    return deadline;
  }

  @Override
  public Optional<String> reviewerComment() {
    if (revision() == 1) return Optional.empty();
    return desk.partition().decisions(job.id()).stream()
        .filter(stored -> stored.revision() == revision() - 1)
        .map(StoredDecision::decision)
        .map(Decision::say)
        .filter(Decision.Say.RequestChanges.class::isInstance)
        .map(say -> ((Decision.Say.RequestChanges) say).comment())
        .findFirst();
  }

  @Override
  public List<Source> sources() {
    return desk.partition().sources(job.id());
  }

  @Override
  public Path open(Source source) {
    stillGoing();
    return copies.open(source);
  }

  @Override
  public <T> T result(String step, Class<T> type) {
    var reference =
        job.progress().runs().stream()
            .filter(run -> run.name().equals(step))
            .findFirst()
            .map(StepRun::checkpoint)
            .orElseThrow(
                () -> new IllegalArgumentException("no result of a step " + step + " yet"));
    return StepJson.read(memory.read(job.id(), reference), type);
  }

  @Override
  public Artifact artifact(String name) {
    var stored =
        desk.artifacts()
            .newest(job.id(), name)
            .orElseThrow(() -> new IllegalArgumentException("no artifact " + name + " yet"));
    return new Artifact(stored.name(), stored.mediaType(), desk.artifacts().bytes(stored));
  }

  @Override
  public <T, R> List<R> each(
      List<T> items, Function<T, String> key, Class<R> type, Work<T, R> work) {
    stillGoing();
    return new StepParts(desk, job).each(items, key, type, work);
  }

  @Override
  public Models models() {
    stillGoing();
    return desk.models().of(job, deadline);
  }

  @Override
  public void close() {
    ended = true;
    copies.close();
  }

  /// A try that overran and did not heed its interrupt gets nothing more.
  private void stillGoing() {
    if (ended) throw new CancellationException("this try of the step has ended");
  }
}

package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.workflow.Retriable;
import dev.countersign.workflow.StepContext.Work;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/// The parts of a step that are each stored as they are done, under the fence, so that another try
/// does only what is missing.
final class StepParts {
  private final StepDesk desk;
  private final Job job;

  StepParts(StepDesk desk, Job job) {
    this.desk = desk;
    this.job = job;
  }

  <T, R> List<R> each(List<T> items, Function<T, String> key, Class<R> type, Work<T, R> work) {
    if (items.stream().map(key).distinct().count() != items.size())
      throw new IllegalArgumentException("two items have the same key");
    var done = desk.checkpoints().parts(job.id(), step(), job.progress().revision());
    try {
      return desk.fanOut().each(items, item -> part(done, key.apply(item), type, item, work));
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the step was interrupted");
    } catch (Exception e) {
      throw new Retriable("A part ended with " + e.getClass().getSimpleName() + ".", e);
    }
  }

  private <T, R> R part(
      Map<String, String> done, String key, Class<R> type, T item, Work<T, R> work)
      throws Exception {
    var stored = done.get(key);
    if (stored != null) return StepJson.read(stored, type);
    var json = StepJson.write(work.on(item));
    if (!desk.checkpoints().writePart(job, step(), key, json))
      throw new CancellationException("the job is no longer held by this worker");
    return StepJson.read(json, type);
  }

  private String step() {
    return job.currentStep().name();
  }
}

package dev.countersign.job;

import dev.countersign.job.JobEvent.ModelAnswered;
import dev.countersign.job.JobEvent.StepParked;
import dev.countersign.job.JobState.Queued;
import dev.countersign.job.JobState.Running;
import dev.countersign.job.JobState.Waiting;
import java.util.Map;

/// Steps that wait for something that is nobody's fault, and what lets them go on before the time.
final class ParkMoves {
  private ParkMoves() {}

  static Verdict parked(Job job, StepParked e) {
    var lease = ((Running) job.state()).lease();
    if (!job.currentStep().name().equals(e.step())) return StepMoves.otherStep(job, e.step());
    var run = StepMoves.finished(job, lease, e.at(), null, null);
    return new Verdict.Moved(
        job.with(job.progress().uncounted().with(run), new Waiting(e.reason(), e.at(), e.until()))
            .committed(),
        StepMoves.entry(
            "step_parked",
            job,
            lease,
            e.at(),
            Map.of("for", e.reason().wireName(), "until", e.until().toString())));
  }

  /// Whatever else a job waits for is not over because a model has answered.
  static Verdict answered(Job job, ModelAnswered e) {
    var waiting = (Waiting) job.state();
    if (waiting.reason() != Waiting.Reason.MODEL || !job.currentStep().name().equals(e.step()))
      return new Verdict.Ignored(
          "%s waits for %s at step %s, not for this answer."
              .formatted(job.id(), waiting.reason().wireName(), job.currentStep().name()));
    return new Verdict.Moved(
        job.to(new Queued(e.at())).committed(),
        new TimelineEntry(
            "model_answered",
            e.at(),
            Map.of("step", e.step(), "response", e.response()),
            Map.of()));
  }
}

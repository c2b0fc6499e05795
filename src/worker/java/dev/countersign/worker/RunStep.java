package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.StepDone;
import dev.countersign.job.Plan;
import dev.countersign.store.Attachment;
import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.StepCode;
import dev.countersign.workflow.StepResult;
import dev.countersign.workflow.StepResult.Done;
import dev.countersign.workflow.StepResult.Propose;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;

/// One try of one step's code, from what it sees to what is to be stored.
@ApplicationScoped
class RunStep {
  private final StepBook book;
  private final StepDesk desk;
  private final ProposeActions propose;
  private final Faults faults;
  private final Leases leases;
  private final InstantSource clock;

  RunStep(
      StepBook book,
      StepDesk desk,
      ProposeActions propose,
      Faults faults,
      Leases leases,
      InstantSource clock) {
    this.book = book;
    this.desk = desk;
    this.propose = propose;
    this.faults = faults;
    this.leases = leases;
    this.clock = clock;
  }

  /// Empty when the lease was lost meanwhile: then nothing of it counts.
  Optional<Outcome> run(Job job, StepMemory memory, TimeLeft time) {
    return book.code(job)
        .map(code -> run(job, code, memory, time))
        .orElseGet(() -> Optional.of(faults.versionMissing(job)));
  }

  private Optional<Outcome> run(Job job, StepCode code, StepMemory memory, TimeLeft time) {
    var now = clock.instant();
    var untilDeadline = Duration.between(now, job.deadline());
    var limit = shorter(time.within(job.currentStep().timeout()), untilDeadline);
    try (var context = new JobStepContext(job, desk, memory, now, limit)) {
      var name = job.id() + "/" + job.currentStep().name();
      return switch (leases.on(job).make(name, limit, () -> code.run(context))) {
        case LeasedCall.End.Returned<StepResult>(var result) ->
            Optional.of(stored(job, result, memory, time));
        case LeasedCall.End.Threw<StepResult>(var fault) -> Optional.of(faults.of(job, fault));
        case LeasedCall.End.TimedOut<StepResult>(var spent) ->
            Optional.of(faults.timedOut(job, spent));
        case LeasedCall.End.LeaseLost<StepResult> _ -> Optional.empty();
      };
    }
  }

  private Outcome stored(Job job, StepResult result, StepMemory memory, TimeLeft time) {
    try {
      boolean gate = job.currentStep().kind() == Plan.Kind.GATE;
      return switch (result) {
        case Done done when !gate -> done(job, done, memory, time);
        case Propose proposal when gate ->
            propose.propose(job, proposal, book.workflow(job).orElseThrow());
        case Done _, Propose _ ->
            faults.fatal(
                job,
                Fatal.stepFailed(
                    "Only the gate step of a workflow proposes actions, and it does nothing else.",
                    "Mend the workflow's code, deploy it, then retry."));
      };
    } catch (RuntimeException e) {
      return faults.of(job, e);
    }
  }

  private Outcome done(Job job, Done done, StepMemory memory, TimeLeft time) {
    var step = job.currentStep().name();
    var json = StepJson.write(done.result());
    var checkpoint = desk.checkpoints().write(job, step, json);
    memory.remember(checkpoint.reference(), json);
    var with = new ArrayList<Attachment>();
    with.add(checkpoint);
    int revision = job.progress().revision();
    for (var artifact : done.artifacts())
      with.add(desk.artifacts().write(job.id(), revision, artifact));
    for (var reading : done.readings()) with.add(new Attachment.Reading(reading));
    var event =
        new StepDone(
            clock.instant(), job.fence(), step, checkpoint.reference(), !nextFits(job, time));
    return new Outcome(event, with);
  }

  private static boolean nextFits(Job job, TimeLeft time) {
    int next = job.progress().step() + 1;
    return next >= job.plan().size() || time.allows(job.plan().step(next).timeout());
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}

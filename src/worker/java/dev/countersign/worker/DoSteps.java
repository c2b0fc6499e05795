package dev.countersign.worker;

import dev.countersign.job.Job;
import dev.countersign.job.JobEvent.HandedBack;
import dev.countersign.job.JobMachine;
import dev.countersign.job.JobState;
import dev.countersign.job.Next;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The steps of a job that this worker holds, one after the other in the same invocation.
@ApplicationScoped
class DoSteps {
  /// Less time than this is not worth beginning anything in.
  private static final Duration LEAST = Duration.ofSeconds(20);

  private final RunStep run;
  private final PerformEffects effects;
  private final Commits commits;
  private final StepDesk desk;
  private final InstantSource clock;

  DoSteps(
      RunStep run, PerformEffects effects, Commits commits, StepDesk desk, InstantSource clock) {
    this.run = run;
    this.effects = effects;
    this.commits = commits;
    this.desk = desk;
    this.clock = clock;
  }

  /// The job as this worker let go of it; empty when it was taken away.
  Optional<Job> whileHeld(Job held, TimeLeft time) {
    var memory = desk.memory();
    var at = next(held, memory, time, LEAST);
    while (at.isPresent() && isHeld(at.get()))
      at = next(at.get(), memory, time, at.get().currentStep().timeout());
    return at;
  }

  /// @param needs how much time there must be to begin
  private Optional<Job> next(Job job, StepMemory memory, TimeLeft time, Duration needs) {
    var now = clock.instant();
    if (JobMachine.due(job, now) instanceof Next.Apply(var event))
      return commits.commit(job, event, List.of());
    if (!time.allows(needs))
      return commits.commit(job, new HandedBack(now, job.fence()), List.of());
    if (job.state() instanceof JobState.Performing performing)
      return effects.next(job, performing, time);
    return run.run(job, memory, time)
        .flatMap(outcome -> commits.commit(job, outcome.event(), outcome.with()));
  }

  private static boolean isHeld(Job job) {
    return job.state() instanceof JobState.Running || job.state() instanceof JobState.Performing;
  }
}

package dev.countersign.worker;

import dev.countersign.approval.DecisionMac;
import dev.countersign.effect.WhatBecame;
import dev.countersign.job.Effect;
import dev.countersign.job.Job;
import dev.countersign.job.JobEvent;
import dev.countersign.job.JobEvent.EffectSettled;
import dev.countersign.job.JobEvent.Finding;
import dev.countersign.job.JobEvent.StepRetriable;
import dev.countersign.job.UnknownAction;
import dev.countersign.store.Attachment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Asks the receiver of an unknown effect what became of it, before a person is.
@ApplicationScoped
class AskReceiver {
  private final DecisionMac macs;
  private final Commits commits;
  private final Leases leases;
  private final Faults faults;
  private final InstantSource clock;

  AskReceiver(
      DecisionMac macs, Commits commits, Leases leases, Faults faults, InstantSource clock) {
    this.macs = macs;
    this.commits = commits;
    this.leases = leases;
    this.faults = faults;
    this.clock = clock;
  }

  /// The job once that is known, put off, or left to a person; empty when it was taken away.
  Optional<Job> about(Job job, ApprovedPayloads.Ready ready, TimeLeft time) {
    var effect = ready.effect();
    var permission = UnknownAction.of(job, effect.id(), macs).orElseThrow();
    var limit = time.within(job.currentStep().timeout());
    var end =
        leases
            .on(job)
            .make(
                effect.id().value(),
                limit,
                () -> ready.performer().ask(permission, ready.action()));
    return switch (end) {
      case LeasedCall.End.Returned<WhatBecame>(var answer) -> answered(job, ready, answer);
      case LeasedCall.End.Threw<WhatBecame>(var fault) ->
          later(job, "Asking ended with " + fault.getClass().getSimpleName() + ".");
      case LeasedCall.End.TimedOut<WhatBecame> _ -> later(job, "The receiver took too long.");
      case LeasedCall.End.LeaseLost<WhatBecame> _ -> later(job, "The lease was lost.");
    };
  }

  private Optional<Job> answered(Job job, ApprovedPayloads.Ready ready, WhatBecame answer) {
    var effect = ready.effect();
    return switch (answer) {
      case WhatBecame.Happened(var reference) ->
          settled(job, effect, new Finding.Happened(reference), List.of(ready.reached(job)));
      case WhatBecame.DidNot(var why) ->
          settled(job, effect, new Finding.DidNot(why, faults.retryAt(job)), List.of());
      case WhatBecame.CannotTell(var why) ->
          settled(job, effect, new Finding.CannotTell(why), List.of());
      case WhatBecame.AskLater(var why) -> later(job, why);
    };
  }

  private Optional<Job> settled(Job job, Effect effect, Finding finding, List<Attachment> with) {
    JobEvent event = new EffectSettled(clock.instant(), job.fence(), effect.id(), finding);
    return commits.commit(job, event, with);
  }

  private Optional<Job> later(Job job, String why) {
    return commits.commit(
        job,
        new StepRetriable(
            clock.instant(), job.fence(), job.currentStep().name(), why, faults.retryAt(job)),
        List.of());
  }
}

package dev.countersign.model;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.Shortfall;
import dev.countersign.job.Spending;
import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.Checkpoints;
import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.Park;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Lets a call be made: the provider is there and has room, its worst case is paid for, and it is
/// written down, all before it goes out.
@ApplicationScoped
class AdmitCall {
  private final Circuit circuit;
  private final RateLimits limits;
  private final Budgets budgets;
  private final CallLog log;
  private final Checkpoints checkpoints;
  private final ModelConfig config;

  AdmitCall(
      Circuit circuit,
      RateLimits limits,
      Budgets budgets,
      CallLog log,
      Checkpoints checkpoints,
      ModelConfig config) {
    this.circuit = circuit;
    this.limits = limits;
    this.budgets = budgets;
    this.log = log;
    this.checkpoints = checkpoints;
    this.config = config;
  }

  /// Returns when it may go out.
  ///
  /// @param tokens of question and answer at most
  /// @param due until when its money is held, and when somebody looks at it at the latest
  /// @throws Park when there is no room now
  /// @throws ModelFault when there will be none, and the step may go on by rule
  /// @throws Fatal when there will be none, and the job stops
  void admit(Held held, CallRow call, long tokens, Instant due) {
    var who = who(held.job().id(), call);
    circuit
        .notBefore(call.provider(), who)
        .ifPresent(at -> {
          throw Park.forRetry(at);
        });
    switch (limits.take(call.provider(), call.model(), who, tokens)) {
      case Pace.Go place -> pay(held, call, tokens, due, place);
      case Pace.NotBefore(var at) -> throw Park.forCapacity(at);
      case Pace.TooLarge(long most) ->
          throw new ModelFault(
              ModelFault.Kind.REJECTED,
              "The call may take %,d tokens, and %,d a minute are allowed."
                  .formatted(tokens, most));
    }
  }

  /// Tells all workers how the provider is.
  void learn(Held held, CallRow call, ModelAnswer answer) {
    circuit.learn(call.provider(), who(held.job().id(), call), answer);
  }

  private void pay(Held held, CallRow call, long tokens, Instant due, Pace.Go place) {
    var job = held.job();
    var who = who(job.id(), call);
    var spending = spending(job);
    var ask =
        new Budgets.Ask(
            job.id(),
            job.owner(),
            spending.most().min(config.budget().job()),
            call.id(),
            who,
            call.worst(),
            due);
    var with = List.of(checkpoints.held(job), log.begun(job.id(), call, due));
    var answer = budgets.reserve(ask, with);
    if (!(answer instanceof Reserving.Reserved))
      limits.giveBack(call.provider(), call.model(), who, tokens, place);
    switch (answer) {
      case Reserving.Reserved _ -> {}
      case Reserving.NotBefore(_, var at) -> throw Park.forCapacity(at);
      case Reserving.Exhausted no -> throw exhausted(spending, call, no);
      case Reserving.Before _, Reserving.Refused _ ->
          throw new CancellationException("the job is no longer held by this worker");
    }
  }

  /// The same for each try of the same call of the log, and for no other.
  static String who(JobId job, CallRow call) {
    return "%s#%s#%d#%s#%d"
        .formatted(job, call.step(), call.revision(), call.task(), call.number());
  }

  /// The job's own; one from before it was kept has what this deployment allows a job.
  private Spending spending(Job job) {
    var own = job.plan().spending();
    var cap = config.budget().job();
    return own == null ? new Spending(cap, cap, Spending.OnExhausted.RULES) : own;
  }

  /// Whether the step hears of it, or the job stops whatever the step would do.
  private static RuntimeException exhausted(
      Spending spending, CallRow call, Reserving.Exhausted no) {
    var lacks = new Shortfall(no.budget(), no.most(), no.left(), call.worst());
    return switch (spending.onExhausted()) {
      case RULES -> ModelFault.exhausted(lacks);
      case STOP, ASK -> Fatal.exhausted(spending, lacks);
    };
  }
}

package dev.countersign.model;

import dev.countersign.job.JobId;
import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Cost;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.store.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/// Stops a call that nobody wants any more, at the provider too, and writes down what it has cost
/// all the same.
@ApplicationScoped
class StopCall {
  private static final Logger LOG = Logger.getLogger(StopCall.class);
  private final LongProvider provider;
  private final CallLog log;
  private final Money money;
  private final CostOf costs;
  private final LookTimes looks;
  private final InstantSource clock;

  StopCall(
      LongProvider provider,
      CallLog log,
      Money money,
      CostOf costs,
      LookTimes looks,
      InstantSource clock) {
    this.provider = provider;
    this.log = log;
    this.money = money;
    this.costs = costs;
    this.looks = looks;
    this.clock = clock;
  }

  /// Its job is over, or elsewhere.
  void unwanted(JobId job, CallRow call) {
    var response = call.response();
    if (response == null) {
      var lost = call.ended(Standing.LOST, clock.instant(), "lost", Cost.UNKNOWN, null);
      log.write(log.ended(job, call, lost));
      return;
    }
    var answer = provider.cancel(response, LongCalls.REQUEST);
    LOG.infof("job=%s call=%s response=%s canceled at the provider", job, call.id(), response);
    switch (answer) {
      case LongAnswer.Ended(_, _, var end) -> canceled(job, call, cost(call, end));
      case LongAnswer.Canceled _, LongAnswer.NotKnown _ -> canceled(job, call, Cost.NOTHING);
      case LongAnswer.NoBackground _ -> canceled(job, call, Cost.worst(call));
      case LongAnswer.Going _, LongAnswer.Failed _ ->
          log.later(job, call, call.looked(), looks.after(call));
    }
  }

  /// It had been given up, and asked again: of its answer only the cost matters.
  void secondAnswer(JobId job, CallRow call) {
    if (!(provider.cancel(String.valueOf(call.response()), LongCalls.REQUEST)
        instanceof LongAnswer.Ended(_, _, var end))) return;
    var cost = cost(call, end);
    log.again(job, call)
        .filter(as -> as.standing() == Standing.LOST)
        .ifPresent(as -> {
          var paid = as.ended(Standing.LOST, clock.instant(), "lost", cost, null);
          money.settle(job, call.id(), costs.known(cost, call), List.of(log.ended(job, as, paid)));
        });
  }

  private void canceled(JobId job, CallRow call, Cost cost) {
    var now = call.ended(Standing.CANCELED, clock.instant(), "canceled", cost, null);
    money.settle(job, call.id(), costs.known(cost, call), List.of(log.ended(job, call, now)));
  }

  private Cost cost(CallRow call, ModelAnswer end) {
    return switch (end) {
      case Reply reply -> costs.of(call, reply);
      case ProviderFault fault -> costs.of(call, fault);
    };
  }
}

package dev.countersign.model;

import dev.countersign.store.Budgeted;
import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.Checkpoints;
import dev.countersign.store.Money;
import dev.countersign.store.Reservation;
import dev.countersign.store.Share;
import dev.countersign.store.SpendLimits;
import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.Park;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Lets a call be made: there is room at the provider, its worst case is paid for, and it is
/// written down, all before it goes out.
@ApplicationScoped
class AdmitCall {
  /// When money that others hold may be back.
  private static final Duration MONEY_WAIT = Duration.ofSeconds(20);

  private final Money money;
  private final CallLog log;
  private final Checkpoints checkpoints;
  private final ModelConfig config;
  private final InstantSource clock;

  AdmitCall(
      Money money, CallLog log, Checkpoints checkpoints, ModelConfig config, InstantSource clock) {
    this.money = money;
    this.log = log;
    this.checkpoints = checkpoints;
    this.config = config;
    this.clock = clock;
  }

  /// Returns when it may go out.
  ///
  /// @param due until when its money is held, and when somebody looks at it at the latest
  /// @throws Park when there is no room now
  /// @throws ModelFault when there will be none, and the step may go on by rule
  /// @throws Fatal when there will be none, and the job stops
  void admit(Held held, CallRow call, Instant due) {
    var job = held.job();
    var now = clock.instant();
    var reservation =
        new Reservation(
            job.id(),
            call.id(),
            job.owner(),
            YearMonth.from(now.atZone(ZoneOffset.UTC)),
            call.worst(),
            due);
    var with = List.of(checkpoints.held(job), log.begun(job.id(), call, due));
    var share = new Share.Newcomer(call.worst(), now);
    switch (money.reserve(reservation, limits(), share, with)) {
      case Budgeted.Held _ -> {}
      case Budgeted.Before _, Budgeted.Refused _ ->
          throw new CancellationException("the job is no longer held by this worker");
      case Budgeted.Lacking no -> {
        if (no.balance().left().compareTo(call.worst()) >= 0)
          throw Park.forCapacity(now.plus(MONEY_WAIT));
        throw exhausted(call, no);
      }
    }
  }

  private SpendLimits limits() {
    return new SpendLimits(config.budget().job(), config.budget().ownerMonth());
  }

  private static RuntimeException exhausted(CallRow call, Budgeted.Lacking no) {
    return new ModelFault(
        ModelFault.Kind.BUDGET_EXHAUSTED,
        "Of the budget of %s USD (%s) %s are left, and the call may cost %s."
            .formatted(
                no.balance().most().toPlainString(),
                no.budget().wireName(),
                no.balance().left().toPlainString(),
                call.worst().toPlainString()));
  }
}

package dev.countersign.model;

import dev.countersign.job.JobId;
import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.Money;
import jakarta.enterprise.context.ApplicationScoped;

/// Writes down which response of the provider answers a call, and holds the call's money for as
/// long as that may take.
@ApplicationScoped
class NoteResponse {
  private final CallLog log;
  private final Money money;
  private final LookTimes looks;

  NoteResponse(CallLog log, Money money, LookTimes looks) {
    this.log = log;
    this.money = money;
    this.looks = looks;
  }

  /// False when somebody else has written what became of the call. Money that was given back
  /// meanwhile stays where it is.
  boolean note(JobId job, CallRow call, CallRow waiting) {
    var due = looks.after(waiting);
    var holding = money.holding(job, call.id(), call.stretch().plus(BeginCall.SETTLES));
    return log.waiting(job, call, waiting, due, holding) || log.waiting(job, call, waiting, due);
  }
}

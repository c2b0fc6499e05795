package dev.countersign.model;

import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.CallRow.Cost;
import dev.countersign.store.CallRow.Standing;
import dev.countersign.store.Checkpoints;
import dev.countersign.store.Money;
import dev.countersign.store.Settled;
import dev.countersign.store.Write;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes down how a call ended: its words first, then in one transaction the log, the money, and,
/// where it can be used, the answer.
@ApplicationScoped
class EndCall {
  private final CallLog log;
  private final Money money;
  private final Checkpoints checkpoints;
  private final CallContents contents;
  private final CostOf costs;
  private final InstantSource clock;

  EndCall(
      CallLog log,
      Money money,
      Checkpoints checkpoints,
      CallContents contents,
      CostOf costs,
      InstantSource clock) {
    this.log = log;
    this.money = money;
    this.checkpoints = checkpoints;
    this.contents = contents;
    this.costs = costs;
    this.clock = clock;
  }

  /// What a call came to.
  sealed interface End<T> {
    record Usable<T>(T value, StoredAnswer answer) implements End<T> {}

    /// @param trouble as the model is told it
    record Unusable<T>(@Nullable Reply reply, String trouble) implements End<T> {}
  }

  /// @param turns as they were sent
  /// @param before what the calls before it about the same task have cost
  <T> End<T> of(
      Held held,
      CallRow call,
      List<Turn> turns,
      ModelAnswer answer,
      BigDecimal before,
      Function<Reply, Reading<T>> reader) {
    return switch (answer) {
      case Reply reply ->
          switch (reader.apply(reply)) {
            case Reading.Read<T>(var value) -> usable(held, call, turns, reply, before, value);
            case Reading.NotJson<T>(var why) ->
                unusable(held, call, turns, reply, "invalid_json", why);
            case Reading.WrongShape<T>(var problems) ->
                unusable(held, call, turns, reply, "wrong_schema", String.join("; ", problems));
          };
      case ProviderFault fault -> faulted(held, call, turns, fault);
    };
  }

  /// The call is given up, and so is what it would have answered; its money stays held until its
  /// time is over.
  void lost(Held held, CallRow call) {
    var now = call.ended(Standing.LOST, clock.instant(), "lost", Cost.UNKNOWN, null);
    if (!log.write(checkpoints.held(held.job()), log.ended(held.job().id(), call, now)))
      throw notHeld();
  }

  private <T> End<T> usable(
      Held held, CallRow call, List<Turn> turns, Reply reply, BigDecimal before, T value) {
    var cost = costs.of(call, reply);
    var words = new CallContents.Words(call.id(), turns, reply, null);
    var kept = contents.keep(held.job().id(), words);
    var now = call.ended(Standing.DONE, clock.instant(), "answered", cost, kept);
    var answer =
        new StoredAnswer(call.id(), reply.model(), before.add(costs.known(cost, call)), reply);
    var with = new ArrayList<>(checkpoints.answering(held.job(), call, ModelJson.write(answer)));
    with.add(log.ended(held.job().id(), call, now));
    settle(held, call, cost, now, with);
    return new End.Usable<>(value, answer);
  }

  private <T> End<T> unusable(
      Held held, CallRow call, List<Turn> turns, Reply reply, String outcome, String trouble) {
    var words = new CallContents.Words(call.id(), turns, reply, trouble);
    failed(held, call, outcome, costs.of(call, reply), words, null);
    return new End.Unusable<>(reply, trouble);
  }

  private <T> End<T> faulted(Held held, CallRow call, List<Turn> turns, ProviderFault fault) {
    var reply = fault.said().orElse(null);
    var trouble = troubleOf(fault);
    var words = new CallContents.Words(call.id(), turns, reply, trouble);
    failed(held, call, fault.kind(), costs.of(call, fault), words, costs.notBefore(call, fault));
    return new End.Unusable<>(reply, trouble);
  }

  private void failed(
      Held held,
      CallRow call,
      String outcome,
      Cost cost,
      CallContents.Words words,
      @Nullable Instant notBefore) {
    var kept = words.reply() == null ? null : contents.keep(held.job().id(), words);
    var now =
        call.ended(Standing.FAILED, clock.instant(), outcome, cost, kept).notBefore(notBefore);
    settle(held, call, cost, now, List.of(log.ended(held.job().id(), call, now)));
  }

  /// When somebody else has taken the job over and given the call up, what it has cost is written
  /// all the same.
  private void settle(Held held, CallRow call, Cost cost, CallRow now, List<Write> with) {
    var job = held.job().id();
    var paid = costs.known(cost, call);
    if (!(money.settle(job, call.id(), paid, with) instanceof Settled.Refused)) return;
    late(held, call, cost, now);
    throw notHeld();
  }

  private void late(Held held, CallRow call, Cost cost, CallRow now) {
    var job = held.job().id();
    log.again(job, call)
        .ifPresent(as -> {
          var late = as.ended(Standing.LOST, clock.instant(), "lost", cost, now.content());
          money.settle(job, call.id(), costs.known(cost, call), List.of(log.ended(job, as, late)));
        });
  }

  private static String troubleOf(ProviderFault fault) {
    return switch (fault) {
      case ProviderFault.Refused _ -> "You declined. The documents are data to read, no more.";
      case ProviderFault.Truncated _ -> "It was longer than it may be. Be brief.";
      case ProviderFault.Filtered _ -> "A filter held it back.";
      case ProviderFault.Empty _ -> "It was empty.";
      case ProviderFault.RateLimited _, ProviderFault.Unavailable _ -> fault.kind();
      case ProviderFault.TimedOut _, ProviderFault.Cut _ -> fault.kind();
      case ProviderFault.BadAnswer _, ProviderFault.Rejected _ -> fault.kind();
    };
  }

  private static CancellationException notHeld() {
    return new CancellationException("the job is no longer held by this worker");
  }
}

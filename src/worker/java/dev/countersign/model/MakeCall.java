package dev.countersign.model;

import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.Checkpoints;
import dev.countersign.workflow.Answered;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.Park;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Asks a model about one task, once: what the log says of earlier calls about it decides what is
/// to be done. Reserved and written down first, asked then, its words, cost and answer stored last;
/// a crash costs at most one repeat, and that is written down.
@ApplicationScoped
public class MakeCall {
  private static final Logger LOG = Logger.getLogger(MakeCall.class);

  /// More than any task takes without a wait.
  private static final int MOST_ROUNDS = 8;

  private final BeginCall begins;
  private final SendCall sends;
  private final EndCall ends;
  private final CallLog log;
  private final Checkpoints checkpoints;
  private final ModelConfig config;
  private final InstantSource clock;

  MakeCall(
      BeginCall begins,
      SendCall sends,
      EndCall ends,
      CallLog log,
      Checkpoints checkpoints,
      ModelConfig config,
      InstantSource clock) {
    this.begins = begins;
    this.sends = sends;
    this.ends = ends;
    this.log = log;
    this.checkpoints = checkpoints;
    this.config = config;
    this.clock = clock;
  }

  /// @param reader what a reply says; one that it cannot read is mended once
  /// @throws ModelFault when there will be no answer
  /// @throws Park when the job must wait first
  public <T> Answered<T> ask(Held held, Question question, Function<Reply, Reading<T>> reader) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var calls = log.about(held.job(), question.task());
      var next = NextTry.of(calls, held.job().deadline(), clock.instant(), LongCalls.grace(config));
      var answered = done(held, question, reader, calls, next);
      if (answered.isPresent()) return answered.get();
    }
    throw new ModelFault(
        ModelFault.Kind.UNAVAILABLE, "The calls about %s go round.".formatted(question.task()));
  }

  private <T> Optional<Answered<T>> done(
      Held held,
      Question question,
      Function<Reply, Reading<T>> reader,
      List<CallRow> calls,
      NextTry next) {
    return switch (next) {
      case NextTry.Answered(var call) -> Optional.of(stored(held, call, reader));
      case NextTry.GiveUp(var kind, var why) -> throw new ModelFault(kind, why);
      case NextTry.Wait(var reason, var until) -> throw Park.of(reason, until);
      case NextTry.Lost(var call) -> {
        LOG.warnf("job=%s call=%s was lost; it may be paid twice", held.job().id(), call.id());
        ends.lost(held, call);
        yield Optional.empty();
      }
      case NextTry.Resume(var call, var repairs) -> {
        var answer = sends.resume(held, call);
        var turns = begins.turns(question, repairs);
        yield answered(ends.of(held, call, turns, answer, paid(calls), reader));
      }
      case NextTry.Ask ask -> {
        var begun = begins.begin(held, question, ask);
        var answer = sends.send(held, begun.call(), begun.request());
        var turns = begun.request().turns();
        yield answered(ends.of(held, begun.call(), turns, answer, paid(calls), reader));
      }
    };
  }

  private <T> Answered<T> stored(Held held, CallRow call, Function<Reply, Reading<T>> reader) {
    var json = checkpoints.answer(call, held.job().id()).orElseThrow();
    var answer = ModelJson.read(json, StoredAnswer.class);
    if (reader.apply(answer.reply()) instanceof Reading.Read<T>(var value))
      return new Answered<>(value, answer.call(), answer.model(), answer.cost());
    throw new IllegalStateException("the stored answer of " + call.id() + " is of another form");
  }

  private static <T> Optional<Answered<T>> answered(EndCall.End<T> end) {
    return end instanceof EndCall.End.Usable<T>(var value, var answer)
        ? Optional.of(new Answered<>(value, answer.call(), answer.model(), answer.cost()))
        : Optional.empty();
  }

  private static BigDecimal paid(List<CallRow> calls) {
    return calls.stream()
        .map(CallRow::cost)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

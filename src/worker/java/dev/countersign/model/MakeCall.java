package dev.countersign.model;

import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.Checkpoints;
import dev.countersign.store.Ids;
import dev.countersign.workflow.Answered;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.Park;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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

  /// What storing an answer may take; asking ends that long before the try does.
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /// How long after its end a call's money is still held.
  private static final Duration SETTLES = Duration.ofMinutes(2);

  private final Provider provider;
  private final LongCalls longCalls;
  private final AdmitCall admission;
  private final EndCall ends;
  private final CallLog log;
  private final Checkpoints checkpoints;
  private final CallContents contents;
  private final CostOf costs;
  private final ModelConfig config;
  private final Ids ids;
  private final InstantSource clock;

  MakeCall(
      Provider provider,
      LongCalls longCalls,
      AdmitCall admission,
      EndCall ends,
      CallLog log,
      Checkpoints checkpoints,
      CallContents contents,
      CostOf costs,
      ModelConfig config,
      Ids ids,
      InstantSource clock) {
    this.provider = provider;
    this.longCalls = longCalls;
    this.admission = admission;
    this.ends = ends;
    this.log = log;
    this.checkpoints = checkpoints;
    this.contents = contents;
    this.costs = costs;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param reader what a reply says; one that it cannot read is mended once
  /// @throws ModelFault when there will be no answer
  /// @throws Park when the job must wait first
  public <T> Answered<T> ask(Held held, Question question, Function<Reply, Reading<T>> reader) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var calls = log.about(held.job(), question.task());
      var next = NextTry.of(calls, held.job().deadline(), clock.instant());
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
      case NextTry.Resume(var call) ->
          ended(held, call, question, longCalls.retrieve(held, call), calls, reader);
      case NextTry.Ask ask -> {
        var turns = turns(question, ask);
        var call = admitted(held, question, ask, turns);
        yield asked(held, call, question, turns, calls, reader);
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

  private CallRow admitted(Held held, Question question, NextTry.Ask ask, List<Turn> turns) {
    var model = question.atLength() ? config.longName().orElse(config.name()) : config.name();
    long input = provider.mostInput(request(question, model, turns, Map.of()));
    var worst = costs.worst(model, input, question.maxOutputTokens());
    var call = call(held, question, ask, model, worst);
    var until = question.atLength() ? NextTry.orphanedUntil(call) : held.until();
    admission.admit(held, call, input + question.maxOutputTokens(), until.plus(SETTLES));
    return call;
  }

  private CallRow call(
      Held held, Question question, NextTry.Ask ask, String model, BigDecimal worst) {
    var job = held.job();
    return CallRow.begun(
        ids.call(),
        new CallRow.About(
            job.currentStep().name(),
            job.progress().revision(),
            job.progress().attempt(),
            question.task(),
            ask.number(),
            ask.repairs() != null,
            question.atLength()),
        new CallRow.Asks(config.baseUrl().getHost(), model, question.prompt().toString()),
        job.deadline(),
        clock.instant(),
        worst,
        ask.possiblyPaidTwice());
  }

  private <T> Optional<Answered<T>> asked(
      Held held,
      CallRow call,
      Question question,
      List<Turn> turns,
      List<CallRow> calls,
      Function<Reply, Reading<T>> reader) {
    var request = request(question, call.model(), turns, LongCalls.metadata(held, call));
    if (question.atLength() && config.background() != ModelConfig.Background.OFF) {
      var created = longCalls.create(held, call, request);
      if (!(created instanceof LongAnswer.NoBackground))
        return ended(held, call, question, created, calls, reader);
    }
    var answer = provider.send(request, limit(held));
    admission.learn(held, call, answer);
    return answered(ends.of(held, call, turns, answer, paid(calls), reader));
  }

  private <T> Optional<Answered<T>> ended(
      Held held,
      CallRow call,
      Question question,
      LongAnswer answer,
      List<CallRow> calls,
      Function<Reply, Reading<T>> reader) {
    var end =
        switch (answer) {
          case LongAnswer.Ended(_, _, var what) -> what;
          case LongAnswer.Failed(var fault) -> fault;
          case LongAnswer.Canceled _ -> new ProviderFault.Unavailable(0, null);
          case LongAnswer.NotKnown _ -> new ProviderFault.BadAnswer("The response is not known.");
          case LongAnswer.NoBackground _, LongAnswer.Going _ ->
              new ProviderFault.BadAnswer("The provider changed its mind.");
        };
    return answered(ends.of(held, call, question.turns(), end, paid(calls), reader));
  }

  private static <T> Optional<Answered<T>> answered(EndCall.End<T> end) {
    return end instanceof EndCall.End.Usable<T>(var value, var answer)
        ? Optional.of(new Answered<>(value, answer.call(), answer.model(), answer.cost()))
        : Optional.empty();
  }

  private List<Turn> turns(Question question, NextTry.Ask ask) {
    var repairs = ask.repairs();
    if (repairs == null) return question.turns();
    var words = contents.of(repairs);
    var trouble = words.map(CallContents.Words::trouble).filter(Objects::nonNull);
    return Conversation.repaired(
        question.turns(),
        words.map(CallContents.Words::reply).filter(Objects::nonNull),
        trouble.orElse(repairs.outcome() + "."));
  }

  private Duration limit(Held held) {
    var left = Duration.between(clock.instant(), held.until()).minus(MARGIN);
    return left.compareTo(config.timeout()) < 0 ? left : config.timeout();
  }

  private static BigDecimal paid(List<CallRow> calls) {
    return calls.stream()
        .map(CallRow::cost)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static ModelRequest request(
      Question question, String model, List<Turn> turns, Map<String, String> metadata) {
    return new ModelRequest(
        model, turns, question.schema(), question.tools(), question.maxOutputTokens(), metadata);
  }
}

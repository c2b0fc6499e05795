package dev.countersign.model;

import dev.countersign.store.CallRow;
import dev.countersign.store.Ids;
import dev.countersign.workflow.Park;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a call out of a question: what is sent, what it can cost, and that it is paid for and
/// written down before it goes out.
@ApplicationScoped
class BeginCall {
  /// How long after its end a call's money is still held.
  static final Duration SETTLES = Duration.ofMinutes(2);

  /// A try that has no time left to ask in is made anew after that.
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Provider provider;
  private final AdmitCall admission;
  private final CallContents contents;
  private final CostOf costs;
  private final ModelConfig config;
  private final Ids ids;
  private final InstantSource clock;

  BeginCall(
      Provider provider,
      AdmitCall admission,
      CallContents contents,
      CostOf costs,
      ModelConfig config,
      Ids ids,
      InstantSource clock) {
    this.provider = provider;
    this.admission = admission;
    this.contents = contents;
    this.costs = costs;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /// A call that may go out now.
  record Begun(CallRow call, ModelRequest request) {}

  /// @throws Park when there is no room, or no time in this try
  Begun begin(Held held, Question question, NextTry.Ask ask) {
    var now = clock.instant();
    if (!held.leaves(config.timeout(), now).isPositive()) throw Park.forRetry(now.plus(SOON));
    var turns = turns(question, ask.repairs());
    var model = question.atLength() ? config.longName().orElse(config.name()) : config.name();
    long input = provider.mostInput(request(question, model, turns, Map.of()));
    var call = call(held, question, ask, model, input);
    var until =
        question.atLength() ? NextTry.orphanedUntil(call, LongCalls.grace(config)) : held.until();
    var due = until.isBefore(held.until()) ? held.until() : until;
    admission.admit(held, call, input + question.maxOutputTokens(), due.plus(SETTLES));
    var metadata = LongCalls.metadata(held, call);
    return new Begun(call, request(question, model, turns, metadata));
  }

  /// As they are sent: with what was wrong with the answer before, where there was one.
  List<Turn> turns(Question question, @Nullable CallRow repairs) {
    if (repairs == null) return question.turns();
    var words = contents.of(repairs);
    var trouble = words.map(CallContents.Words::trouble).filter(Objects::nonNull);
    return Conversation.repaired(
        question.turns(),
        words.map(CallContents.Words::reply).filter(Objects::nonNull),
        trouble.orElse(repairs.outcome() + "."));
  }

  private CallRow call(Held held, Question question, NextTry.Ask ask, String model, long input) {
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
        costs.worst(model, input, question.maxOutputTokens()),
        ask.possiblyPaidTwice());
  }

  private static ModelRequest request(
      Question question, String model, List<Turn> turns, Map<String, String> metadata) {
    return new ModelRequest(
        model, turns, question.schema(), question.tools(), question.maxOutputTokens(), metadata);
  }
}

package dev.countersign.model;

import dev.countersign.store.CallRow;
import dev.countersign.workflow.Park;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// Calls in the provider's background: made, its id written down at once, and then nobody waits.
/// The job is parked until the webhook or the sweeper says that it is over.
@ApplicationScoped
class LongCalls {
  /// How long one short request to the provider may take.
  static final Duration REQUEST = Duration.ofSeconds(30);

  private static final Duration SOON = Duration.ofSeconds(30);

  /// How long an answer whose id was lost is waited for where the provider's webhook can bring it.
  private static final Duration USUAL_GRACE = Duration.ofMinutes(30);

  private final LongProvider provider;
  private final Circuit circuit;
  private final NoteResponse note;
  private final ModelConfig config;
  private final InstantSource clock;

  LongCalls(
      LongProvider provider,
      Circuit circuit,
      NoteResponse note,
      ModelConfig config,
      InstantSource clock) {
    this.provider = provider;
    this.circuit = circuit;
    this.note = note;
    this.config = config;
    this.clock = clock;
  }

  /// How long an answer whose id was lost is waited for before it is asked for again.
  static Duration grace(ModelConfig config) {
    return config
        .orphanGrace()
        .orElse(config.webhookSecret().isPresent() ? USUAL_GRACE : Duration.ZERO);
  }

  /// What the provider stores with a background response, so that one whose id was lost can be
  /// told; of other calls their spans have it.
  static Map<String, String> metadata(Held held, CallRow call) {
    return Map.of(
        "job", held.job().id().value(),
        "step", call.step(),
        "attempt", String.valueOf(call.attempt()),
        "call", call.id());
  }

  /// @return how it ended, or that there is no background
  /// @throws Park when it is on its way
  LongAnswer create(Held held, CallRow call, ModelRequest request) {
    var answer = provider.create(request, held.leaves(REQUEST, clock.instant()));
    learn(held, call, answer);
    return switch (answer) {
      case LongAnswer.Going(var id, _) -> throw parked(held, call, id);
      case LongAnswer.Failed(var fault) when fault.maybePaid() && grace(config).isPositive() ->
          throw Park.forModel(NextTry.orphanedUntil(call, grace(config)));
      case LongAnswer.Failed _, LongAnswer.Ended _, LongAnswer.Canceled _ -> answer;
      case LongAnswer.NotKnown _, LongAnswer.NoBackground _ -> answer;
    };
  }

  /// @return how it ended
  /// @throws Park when it has not yet
  LongAnswer retrieve(Held held, CallRow call) {
    var answer = provider.retrieve(String.valueOf(call.response()), REQUEST);
    return switch (answer) {
      case LongAnswer.Going _ -> throw Park.forModel(untilTheEnd(held));
      case LongAnswer.Failed _ -> throw Park.forRetry(clock.instant().plus(SOON));
      case LongAnswer.Ended _, LongAnswer.Canceled _ -> answer;
      case LongAnswer.NotKnown _, LongAnswer.NoBackground _ -> answer;
    };
  }

  private void learn(Held held, CallRow call, LongAnswer answer) {
    var who = AdmitCall.who(held.job().id(), call);
    if (answer instanceof LongAnswer.Failed(var fault)) circuit.learn(call.provider(), who, fault);
    else circuit.reached(call.provider(), who);
  }

  /// A lost race is nobody's loss: whoever won has written the same.
  private Park parked(Held held, CallRow call, String id) {
    note.note(held.job().id(), call, call.waiting(id));
    return Park.forModel(untilTheEnd(held));
  }

  private static Instant untilTheEnd(Held held) {
    return held.job().deadline();
  }
}

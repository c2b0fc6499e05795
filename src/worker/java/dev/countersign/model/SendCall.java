package dev.countersign.model;

import dev.countersign.store.CallRow;
import dev.countersign.workflow.Park;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Brings a call to the provider, at once or in its background, and tells all workers how the
/// provider is. One without background mode is asked while the worker waits.
@ApplicationScoped
class SendCall {
  private final Provider provider;
  private final LongCalls longCalls;
  private final AdmitCall admission;
  private final ModelConfig config;
  private final InstantSource clock;

  SendCall(
      Provider provider,
      LongCalls longCalls,
      AdmitCall admission,
      ModelConfig config,
      InstantSource clock) {
    this.provider = provider;
    this.longCalls = longCalls;
    this.admission = admission;
    this.config = config;
    this.clock = clock;
  }

  /// @throws Park when its answer is on its way
  ModelAnswer send(Held held, CallRow call, ModelRequest request) {
    return call.atLength() && config.background() != ModelConfig.Background.OFF
        ? sentAtLength(held, call, request)
        : sentAtOnce(held, call, request);
  }

  /// What became of a response that was made before.
  ///
  /// @throws Park while it is on its way
  ModelAnswer resume(Held held, CallRow call) {
    return end(longCalls.retrieve(held, call));
  }

  private ModelAnswer sentAtLength(Held held, CallRow call, ModelRequest request) {
    var created = longCalls.create(held, call, request);
    if (!(created instanceof LongAnswer.NoBackground)) return end(created);
    return config.background() == ModelConfig.Background.ON
        ? new ProviderFault.Rejected(0, "no_background_mode")
        : sentAtOnce(held, call, request);
  }

  private ModelAnswer sentAtOnce(Held held, CallRow call, ModelRequest request) {
    var answer = provider.send(request, held.leaves(config.timeout(), clock.instant()));
    admission.learn(held, call, answer);
    return answer;
  }

  private static ModelAnswer end(LongAnswer answer) {
    return switch (answer) {
      case LongAnswer.Ended(_, _, var what) -> what;
      case LongAnswer.Failed(var fault) -> fault;
      case LongAnswer.Canceled _ -> new ProviderFault.Unavailable(0, null);
      case LongAnswer.NotKnown _ -> new ProviderFault.BadAnswer("The response is not known.");
      case LongAnswer.NoBackground _, LongAnswer.Going _ ->
          new ProviderFault.BadAnswer("The provider changed its mind.");
    };
  }
}

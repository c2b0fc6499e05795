package dev.countersign.model;

import dev.countersign.store.TestStore;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// The models of one process, wired as production wires them.
///
/// @param watch looks after what is open while nobody works on its job
public record TestModels(AllModels all, MakeCall calls, WatchCalls watch) {
  public static TestModels of(
      Providers asked,
      TestStore store,
      ModelConfig config,
      InstantSource clock,
      RandomGenerator random) {
    var provider = asked.atOnce();
    var longs = asked.atLength();
    var costs = new CostOf(new Prices(config), clock, random);
    var circuit = new Circuit(store.shared().circuits(), clock, random);
    var looks = new LookTimes(clock);
    var contents = new CallContents(store.objects(), config);
    var admission =
        new AdmitCall(
            circuit,
            new RateLimits(store.shared().windows(), config, clock, random),
            new Budgets(store.money(), store.shared().line(), config, clock, random),
            store.calls(),
            store.checkpoints(),
            config);
    var note = new NoteResponse(store.calls(), store.money(), looks);
    var longCalls = new LongCalls(longs, circuit, note, config, clock);
    var calls =
        new MakeCall(
            new BeginCall(provider, admission, contents, costs, config, store.ids(), clock),
            new SendCall(provider, longCalls, admission, config, clock),
            new EndCall(store.calls(), store.money(), store.checkpoints(), contents, costs, clock),
            store.calls(),
            store.checkpoints(),
            config,
            clock);
    var stop = new StopCall(longs, store.calls(), store.money(), costs, looks, clock);
    var watch = new WatchCalls(longs, store.calls(), store.jobs(), note, stop, looks, clock);
    return new TestModels(
        new AllModels(provider, calls, new StoreOnce(store.checkpoints(), store.tools())),
        calls,
        watch);
  }
}

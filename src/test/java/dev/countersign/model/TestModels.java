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
    var calls =
        new MakeCall(
            provider,
            new LongCalls(longs, circuit, store.calls(), looks, clock),
            new AdmitCall(
                circuit,
                new RateLimits(store.shared().windows(), config, clock, random),
                new Budgets(store.money(), store.shared().line(), config, clock, random),
                store.calls(),
                store.checkpoints(),
                config),
            new EndCall(store.calls(), store.money(), store.checkpoints(), contents, costs, clock),
            store.calls(),
            store.checkpoints(),
            contents,
            costs,
            config,
            store.ids(),
            clock);
    var stop = new StopCall(longs, store.calls(), store.money(), costs, looks, clock);
    var watch = new WatchCalls(longs, store.calls(), store.jobs(), stop, looks, clock);
    return new TestModels(
        new AllModels(provider, calls, new StoreOnce(store.checkpoints(), store.tools())),
        calls,
        watch);
  }
}

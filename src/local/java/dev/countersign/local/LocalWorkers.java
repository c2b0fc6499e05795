package dev.countersign.local;

import dev.countersign.worker.SweeperLambda;
import dev.countersign.worker.TakeOver;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Calls the functions of the cloud from threads of this process: the worker and the dead letters
/// for their queue's messages, the sweeper by the clock.
@Singleton
public class LocalWorkers {
  private static final Logger LOG = Logger.getLogger(LocalWorkers.class);

  private final LocalConfig config;
  private final TakeOver takeOver;
  private final SweeperLambda sweeper;
  private final LocalQueues queues;
  private final List<QueuePoller.Running> running = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sweep").factory());

  LocalWorkers(LocalConfig config, TakeOver takeOver, SweeperLambda sweeper, LocalQueues queues) {
    this.config = config;
    this.takeOver = takeOver;
    this.sweeper = sweeper;
    this.queues = queues;
  }

  /// First frees what an earlier process held, then starts.
  ///
  /// @return how many jobs go on that an earlier process left
  int start() {
    int left = takeOver.run();
    running.addAll(queues.start(config.workers()));
    long every = config.sweepEvery().toMillis();
    var _ = clock.scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.MILLISECONDS);
    return left;
  }

  void stop() {
    clock.shutdownNow();
    running.forEach(poller -> Stopping.of("A worker", () -> poller.stop(config.patience())));
  }

  private void sweep() {
    try {
      var _ =
          sweeper.handleRequest(
              new SweeperLambda.Tick(null, null), new EndlessContext("sweep", "local"));
    } catch (RuntimeException e) {
      LOG.warn("The sweeper failed and will try again", e);
    }
  }
}

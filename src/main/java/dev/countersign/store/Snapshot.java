package dev.countersign.store;

import io.quarkus.arc.All;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jboss.logging.Logger;

/// What happens around the snapshot of a SnapStart function: before it is taken, the code is used
/// once; in each process that is restored from it, what must be that process's alone is made anew.
/// Elsewhere nothing calls it.
/// <https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks.html>
@Startup
@Singleton
public class Snapshot implements Resource {
  private static final Logger LOG = Logger.getLogger(Snapshot.class);
  private final List<Priming> primings;
  private final FreshRandom random;
  private final List<Renewable> renewables;

  Snapshot(@All List<Priming> primings, FreshRandom random, @All List<Renewable> renewables) {
    this.random = random;
    this.primings = primings;
    this.renewables = renewables;
    if (ImageMode.current() == ImageMode.JVM) Core.getGlobalContext().register(this);
  }

  /// What could not be tried makes the function slower, not wrong.
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    for (var priming : primings) {
      try {
        priming.prime();
      } catch (Exception e) {
        LOG.warnf(e, "%s failed; the first request will be slower", priming.getClass().getName());
      }
    }
  }

  /// Randomness first: names are made from it.
  @Override
  public void afterRestore(Context<? extends Resource> context) {
    random.renew();
    renewables.forEach(Renewable::renew);
  }
}

package dev.countersign.worker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The function on the schedule.
@Named("sweep")
@ApplicationScoped
public class SweeperLambda implements RequestHandler<SweeperLambda.Tick, SweeperLambda.Swept> {
  private final Sweep sweep;
  private final Metrics metrics;
  private final Host host;

  SweeperLambda(Sweep sweep, Metrics metrics, Host host) {
    this.sweep = sweep;
    this.metrics = metrics;
    this.host = host;
  }

  /// What EventBridge sends; all that matters of it is that it came.
  @RegisterForReflection
  public record Tick(@Nullable String id, @Nullable String time) {}

  /// @param jobs how many were looked at
  @RegisterForReflection
  public record Swept(int jobs) {}

  @Override
  public Swept handleRequest(Tick tick, Context context) {
    var tally = sweep.run(() -> Duration.ofMillis(context.getRemainingTimeInMillis()));
    metrics.swept(tally);
    host.rests();
    return new Swept(tally.looked());
  }
}

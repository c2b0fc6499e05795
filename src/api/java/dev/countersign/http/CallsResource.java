package dev.countersign.http;

import dev.countersign.signin.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/jobs/{id}/calls`: what models were asked for a job, which tools its agents used, and what that
/// has cost.
@Path("/jobs/{id}/calls")
@RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR, Roles.KEY_READ})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CallsResource {
  private final OwnJobs own;
  private final CallViews calls;

  CallsResource(OwnJobs own, CallViews calls) {
    this.own = own;
    this.calls = calls;
  }

  @GET
  public CallList calls(@PathParam("id") String id) {
    return calls.of(own.see(id).id());
  }

  /// @param cost of all of them in USD, as far as it is known
  @RegisterForReflection
  @Wire
  public record CallList(
      List<CallView> calls, List<ToolView> tools, List<StepCost> steps, String cost) {}

  /// One use of a tool by an agent.
  ///
  /// @param kind `tool`
  /// @param turn of the model that wanted it
  /// @param tool `unknown` when it was none of the agent's
  /// @param arguments their names
  /// @param asked characters of the arguments
  /// @param outcome `found`, or the fault's name
  /// @param told characters that the model was told
  /// @param cited passages that the answer stands on
  @RegisterForReflection
  @Wire
  public record ToolView(
      String kind,
      String step,
      int revision,
      int attempt,
      String agent,
      int turn,
      int number,
      String tool,
      List<String> arguments,
      int asked,
      String outcome,
      int told,
      int cited,
      Instant at) {}

  @RegisterForReflection
  @Wire
  public record StepCost(String step, int calls, String cost) {}

  /// As the provider counted them; `input` and `output` are all of it.
  @RegisterForReflection
  @Wire
  public record TokensView(long input, long cachedInput, long output, long reasoning) {}

  /// @param number of the question about its task: a repair and a repeat have the next
  /// @param outcome `answered`, or how it failed
  /// @param worst what was held for it, in USD
  /// @param cost in USD; absent while it is not known
  /// @param priceNote what is to be said of its price: that nobody has set one
  /// @param latencyMs from asking until its end
  /// @param possiblyPaidTwice whether a call before it may have been paid for, too
  @RegisterForReflection
  @Wire
  public record CallView(
      String id,
      String step,
      int revision,
      int attempt,
      String task,
      int number,
      boolean repairs,
      boolean atLength,
      String provider,
      String model,
      String prompt,
      String standing,
      @Nullable String outcome,
      @Nullable String finish,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Long latencyMs,
      String worst,
      @Nullable String cost,
      @Nullable String priceNote,
      @Nullable TokensView tokens,
      @Nullable String response,
      boolean possiblyPaidTwice,
      boolean contentKept) {}
}

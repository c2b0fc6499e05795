package dev.countersign.http;

import dev.countersign.signin.Roles;
import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.ToolLog;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `/jobs/{id}/calls`: what models were asked for a job, which tools its agents used, and what that
/// has cost.
@Path("/jobs/{id}/calls")
@RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR, Roles.KEY_READ})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CallsResource {
  private final OwnJobs own;
  private final CallLog log;
  private final ToolLog tools;

  CallsResource(OwnJobs own, CallLog log, ToolLog tools) {
    this.own = own;
    this.log = log;
    this.tools = tools;
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

  /// @param number of the question about its task: a repair and a repeat have the next
  /// @param outcome `answered`, or how it failed
  /// @param worst what was held for it, in USD
  /// @param cost in USD; absent while it is not known
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
      CallRow.@Nullable Tokens tokens,
      @Nullable String response,
      boolean possiblyPaidTwice,
      boolean contentKept) {}

  @GET
  public CallList calls(@PathParam("id") String id) {
    var job = own.see(id).id();
    var calls = log.of(job);
    var steps = new LinkedHashMap<String, List<CallRow>>();
    for (var call : calls) steps.computeIfAbsent(call.step(), _ -> new ArrayList<>()).add(call);
    return new CallList(
        calls.stream().map(CallsResource::view).toList(),
        tools.of(job).stream().map(CallsResource::view).toList(),
        steps.entrySet().stream()
            .map(s -> new StepCost(s.getKey(), s.getValue().size(), usd(cost(s.getValue()))))
            .toList(),
        usd(cost(calls)));
  }

  /// As far as it is known.
  static BigDecimal cost(List<CallRow> calls) {
    return calls.stream()
        .flatMap(call -> Stream.ofNullable(call.cost()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static String usd(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static CallView view(CallRow call) {
    var ended = call.endedAt();
    var cost = call.cost();
    return new CallView(
        call.id(),
        call.step(),
        call.revision(),
        call.attempt(),
        call.task(),
        call.number(),
        call.repairs(),
        call.atLength(),
        call.provider(),
        call.model(),
        call.prompt(),
        call.standing().wireName(),
        call.outcome(),
        call.finish(),
        call.startedAt(),
        ended,
        ended == null ? null : Duration.between(call.startedAt(), ended).toMillis(),
        usd(call.worst()),
        cost == null ? null : usd(cost),
        call.tokens(),
        call.response(),
        call.possiblyPaidTwice(),
        call.content() != null);
  }

  private static ToolView view(ToolLog.Line line) {
    var use = line.use();
    return new ToolView(
        "tool",
        line.step(),
        line.revision(),
        line.attempt(),
        use.agent(),
        use.turn(),
        use.number(),
        use.tool(),
        use.arguments(),
        use.asked(),
        use.outcome(),
        use.told(),
        use.cited(),
        use.at());
  }
}

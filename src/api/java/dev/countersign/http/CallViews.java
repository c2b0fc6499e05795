package dev.countersign.http;

import dev.countersign.http.CallsResource.CallList;
import dev.countersign.http.CallsResource.CallView;
import dev.countersign.http.CallsResource.StepCost;
import dev.countersign.http.CallsResource.TokensView;
import dev.countersign.http.CallsResource.ToolView;
import dev.countersign.job.JobId;
import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.ToolLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What models were asked for a job, and which tools were used, from the log of its calls.
@ApplicationScoped
public class CallViews {
  private final CallLog log;
  private final ToolLog tools;

  CallViews(CallLog log, ToolLog tools) {
    this.log = log;
    this.tools = tools;
  }

  public CallList of(JobId job) {
    var calls = log.of(job);
    var steps = new LinkedHashMap<String, List<CallRow>>();
    for (var call : calls) steps.computeIfAbsent(call.step(), _ -> new ArrayList<>()).add(call);
    return new CallList(
        calls.stream().map(CallViews::view).toList(),
        tools.of(job).stream().map(CallViews::view).toList(),
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
        call.priceNote(),
        tokens(call.tokens()),
        call.response(),
        call.possiblyPaidTwice(),
        call.content() != null);
  }

  private static @Nullable TokensView tokens(CallRow.@Nullable Tokens counted) {
    return counted == null
        ? null
        : new TokensView(
            counted.input(), counted.cachedInput(), counted.output(), counted.reasoning());
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

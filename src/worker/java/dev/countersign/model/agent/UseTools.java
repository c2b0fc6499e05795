package dev.countersign.model.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.model.Conversing;
import dev.countersign.model.ToolCall;
import dev.countersign.model.tools.Library;
import dev.countersign.model.tools.ToolAnswer;
import dev.countersign.model.tools.ToolAnswer.Fault;
import dev.countersign.model.trace.AgentSpans;
import dev.countersign.store.ToolRow;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;

/// Uses an agent's tools, each call once, whether it is granted or refused.
final class UseTools {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ARGUMENT = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  private final Agent<?> agent;
  private final Conversing models;
  private final Library library;
  private final InstantSource clock;
  private final AgentSpans spans;

  UseTools(
      Agent<?> agent, Conversing models, Library library, InstantSource clock, AgentSpans spans) {
    this.agent = agent;
    this.models = models;
    this.library = library;
    this.clock = clock;
    this.spans = spans;
  }

  /// @param spent before this call
  ToolUse use(ToolCall call, Spent spent) {
    int number = spent.calls() + 1;
    return models.once(
        "%s/tool-%d".formatted(agent.name(), number),
        ToolUse.class,
        () -> used(call, number),
        use -> row(call, use, spent));
  }

  private ToolUse used(ToolCall call, int number) {
    try (var span = spans.tool(call, name(call), agent.name())) {
      var answer =
          number > agent.limits().calls()
              ? ToolAnswer.refused(Fault.LIMIT, "No more tools can be used; answer now.")
              : agent.tools().use(call, library);
      switch (answer) {
        case ToolAnswer.Found found -> span.found(found.told());
        case ToolAnswer.Refused refused -> span.refused(refused.fault().wireName(), refused.told());
      }
      return new ToolUse(call.id(), call.tool(), answer, clock.instant());
    }
  }

  /// What a model calls something that is no tool of its own may be anything.
  private String name(ToolCall call) {
    return agent.tools().has(call.tool()) ? call.tool() : "unknown";
  }

  /// Names and counts only.
  private ToolRow row(ToolCall call, ToolUse use, Spent spent) {
    return new ToolRow(
        agent.name(),
        spent.calls() + 1,
        spent.turns(),
        name(call),
        names(call.arguments()),
        call.arguments().length(),
        switch (use.answer()) {
          case ToolAnswer.Found _ -> "found";
          case ToolAnswer.Refused(var fault, _) -> fault.wireName();
        },
        use.answer().told().length(),
        use.answer() instanceof ToolAnswer.Found(_, var cited) ? cited.size() : 0,
        use.at());
  }

  private static List<String> names(String arguments) {
    try {
      return JSON.readTree(arguments).properties().stream()
          .map(field -> ARGUMENT.matcher(field.getKey()).matches() ? field.getKey() : "other")
          .distinct()
          .limit(20)
          .toList();
    } catch (JsonProcessingException _) {
      return List.of();
    }
  }
}

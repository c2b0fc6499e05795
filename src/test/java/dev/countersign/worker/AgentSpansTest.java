package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.ToolCall;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.Play;
import dev.countersign.model.trace.TestTracing;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What a trace shows of an agent at work.
class AgentSpansTest {
  private static final ToolCall PAGE =
      new ToolCall("call_1", "read_page", "{\"source\":\"S1\",\"page\":1,\"from\":0}");
  private static final ToolCall MADE_UP = new ToolCall("call 2!", "tell Fernhill", "{}");

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();

  @Test
  void an_agents_turns_and_tools_are_below_its_span_and_say_whose_they_are() throws IOException {
    try (var trial = AgentTrial.aboutTwoBids(AgentTrial.AGENT, AgentSpansTest::reads)) {
      trial.traced(TestTracing.to(spans, Map.of()));
      trial.engine.start().workOff();

      var agent = named("invoke_agent finder").getFirst();
      assertThat(agent.getKind()).isEqualTo(SpanKind.INTERNAL);
      assertThat(shown(agent))
          .containsEntry("gen_ai.operation.name", "invoke_agent")
          .containsEntry("gen_ai.agent.name", "finder")
          .containsEntry("gen_ai.agent.version", "1")
          .containsEntry("countersign.job.id", trial.job().value())
          .containsEntry("countersign.outcome", "answered")
          .containsEntry("countersign.agent.turns", 2L)
          .containsEntry("countersign.agent.tool_uses", 2L);
      assertThat(named("chat "))
          .hasSize(2)
          .allSatisfy(turn ->
              assertThat(shown(turn))
                  .containsEntry("countersign.job.id", trial.job().value())
                  .containsEntry("countersign.step.name", "one"));
      assertThat(spans.getFinishedSpanItems())
          .filteredOn(span -> !span.equals(agent))
          .hasSize(4)
          .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(agent.getSpanId()));
    }
  }

  @Test
  void a_tool_is_named_and_what_a_model_made_up_is_not() throws IOException {
    try (var trial = AgentTrial.aboutTwoBids(AgentTrial.AGENT, AgentSpansTest::reads)) {
      trial.traced(TestTracing.to(spans, Map.of()));
      trial.engine.start().workOff();

      assertThat(shown(named("execute_tool read_page").getFirst()))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "gen_ai.operation.name", "execute_tool",
                  "gen_ai.tool.name", "read_page",
                  "gen_ai.tool.type", "function",
                  "gen_ai.tool.call.id", "call_1",
                  "gen_ai.agent.name", "finder"));
      var unknown = named("execute_tool unknown").getFirst();
      assertThat(unknown.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(shown(unknown))
          .containsEntry("error.type", "unknown_tool")
          .doesNotContainKey("gen_ai.tool.call.id");
      assertThat(spans.getFinishedSpanItems().toString())
          .doesNotContain("Elm Roofing", "Fernhill", "warranted", "submitter@");
    }
  }

  @Test
  void with_content_a_tools_arguments_and_answer_are_there() throws IOException {
    try (var trial = AgentTrial.aboutTwoBids(AgentTrial.AGENT, AgentSpansTest::reads)) {
      trial.traced(TestTracing.to(spans, Map.of("content", "true")));
      trial.engine.start().workOff();

      var tool = shown(named("execute_tool read_page").getFirst());
      assertThat(tool).containsEntry("gen_ai.tool.call.arguments", PAGE.arguments());
      assertThat(tool.get("gen_ai.tool.call.result")).asString().contains("Elm Roofing");
    }
  }

  @Test
  void to_wait_is_no_failure() throws IOException {
    try (var trial = AgentTrial.aboutTwoBids(AgentTrial.AGENT, _ -> Play.tooMany(30))) {
      trial.traced(TestTracing.to(spans, Map.of()));
      trial.engine.start().workOff();

      var agent = named("invoke_agent finder").getFirst();
      assertThat(agent.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
      assertThat(shown(agent)).containsKey("countersign.waits_for");
      assertThat(shown(named("chat ").getFirst())).containsEntry("error.type", "rate_limited");
    }
  }

  private static Play reads(Asked asked) {
    return AgentTrial.turn(asked) == 1
        ? new Play.Calls(List.of(PAGE, MADE_UP))
        : AgentTrial.answer("done");
  }

  private List<SpanData> named(String name) {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getName().startsWith(name))
        .toList();
  }

  private static Map<String, Object> shown(SpanData span) {
    return span.getAttributes().asMap().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().getKey(), Map.Entry::getValue));
  }
}

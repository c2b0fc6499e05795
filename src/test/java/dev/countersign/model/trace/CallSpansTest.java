package dev.countersign.model.trace;

import static dev.countersign.model.openai.TestModels.KEY;
import static dev.countersign.model.openai.TestModels.SHORT;
import static dev.countersign.model.openai.TestModels.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.model.ModelRequest;
import dev.countersign.model.Shape;
import dev.countersign.model.ToolCall;
import dev.countersign.model.Turn;
import dev.countersign.model.Usage;
import dev.countersign.model.openai.Play;
import dev.countersign.model.openai.ScriptedOpenAi;
import dev.countersign.model.openai.TestModels;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One span for each request to a provider, by the names of OpenTelemetry's conventions for
/// generative AI as they were in 2026-11.
class CallSpansTest {
  private static final Map<String, String> NAMES =
      Map.of("job", "job_1", "step", "extract", "attempt", "2", "call", "call_7");

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();

  record Price(String quote) {}

  @Test
  void a_short_call_is_one_span_with_the_conventions_names() {
    try (var server =
        ScriptedOpenAi.playing(Play.says("the secret sum").counting(new Usage(100, 60, 20, 8)))) {
      var _ = TestModels.provider(server, traced()).send(request(), SOON);

      var span = only();
      assertThat(span.getName()).isEqualTo("chat gpt-5-mini");
      assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
      assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
      assertThat(shown(span))
          .containsExactlyInAnyOrderEntriesOf(
              Map.ofEntries(
                  Map.entry("gen_ai.operation.name", "chat"),
                  Map.entry("gen_ai.provider.name", "openai"),
                  Map.entry("openai.api.type", "chat_completions"),
                  Map.entry("gen_ai.request.model", "gpt-5-mini"),
                  Map.entry("gen_ai.request.max_tokens", 700L),
                  Map.entry("gen_ai.output.type", "json"),
                  Map.entry("gen_ai.response.id", "chatcmpl-1"),
                  Map.entry("gen_ai.response.model", "gpt-5-mini"),
                  Map.entry("gen_ai.response.finish_reasons", List.of("stop")),
                  Map.entry("gen_ai.usage.input_tokens", 100L),
                  Map.entry("gen_ai.usage.cache_read.input_tokens", 60L),
                  Map.entry("gen_ai.usage.output_tokens", 20L),
                  Map.entry("gen_ai.usage.reasoning.output_tokens", 8L),
                  Map.entry("server.address", server.baseUrl().getHost()),
                  Map.entry("server.port", (long) server.baseUrl().getPort()),
                  Map.entry("countersign.job.id", "job_1"),
                  Map.entry("countersign.step.name", "extract"),
                  Map.entry("countersign.step.attempt", "2"),
                  Map.entry("countersign.call.id", "call_7")));
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(Play.tooMany(5), "rate_limited", 429L),
        Arguments.of(Play.errors(503, ""), "unavailable", 503L),
        Arguments.of(new Play.Hangs(), "timed_out", null),
        Arguments.of(new Play.CutsOff(), "cut", null),
        Arguments.of(new Play.Refuses("Not the secret sum."), "refused", null),
        Arguments.of(new Play.Truncated("the secret"), "truncated", null),
        Arguments.of(new Play.Filtered("the secret"), "filtered", null),
        Arguments.of(Play.says(""), "empty", null),
        Arguments.of(new Play.Raw("the secret sum"), "bad_answer", null),
        Arguments.of(Play.errors(401, "invalid_api_key"), "rejected", 401L));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_is_a_span_that_failed_and_says_as_what(
      Play play, String kind, @Nullable Long status) {
    try (var server = ScriptedOpenAi.playing(play)) {
      var limit = play instanceof Play.Hangs ? SHORT : SOON;
      var _ = TestModels.provider(server, traced()).send(request(), limit);

      assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(only().getStatus().getDescription()).isEmpty();
      assertThat(shown(only())).containsEntry("error.type", kind);
      assertThat(shown(only()).get("http.response.status_code")).isEqualTo(status);
      assertThat(only().getEvents()).isEmpty();
      assertNothingIsTold();
    }
  }

  @Test
  void what_a_refusal_has_cost_is_there_although_langchain4j_throws_it_away() {
    try (var server =
        ScriptedOpenAi.playing(new Play.Refuses("No.").counting(new Usage(9, 0, 3, 0)))) {
      var _ = TestModels.provider(server, traced()).send(request(), SOON);

      assertThat(shown(only()))
          .containsEntry("gen_ai.usage.input_tokens", 9L)
          .containsEntry("gen_ai.usage.output_tokens", 3L);
    }
  }

  @Test
  void usage_that_nobody_told_is_no_attribute() {
    try (var server = ScriptedOpenAi.playing(Play.says("x").withoutUsage())) {
      var _ = TestModels.provider(server, traced()).send(request(), SOON);

      assertThat(shown(only()).keySet()).noneMatch(name -> name.startsWith("gen_ai.usage"));
    }
  }

  @Test
  void a_long_call_is_a_span_for_each_request_and_the_response_joins_them() {
    try (var server =
        ScriptedOpenAi.playing(Play.says("the secret sum").counting(new Usage(9, 1, 8, 2)))) {
      var provider = TestModels.longProvider(server, traced());
      var _ = provider.create(request(), SOON);
      var _ = provider.retrieve("resp_0001", SOON);
      server.finish("resp_0001");
      var _ = provider.retrieve("resp_0001", SOON);

      var all = spans.getFinishedSpanItems();
      assertThat(all)
          .extracting(SpanData::getName)
          .containsExactly("chat gpt-5-mini", "retrieve_response", "retrieve_response");
      assertThat(all)
          .allSatisfy(span ->
              assertThat(shown(span))
                  .containsEntry("openai.api.type", "responses")
                  .containsEntry("gen_ai.response.id", "resp_0001")
                  .containsEntry("countersign.job.id", "job_1")
                  .containsEntry("countersign.call.id", "call_7"));
      assertThat(all)
          .extracting(span -> shown(span).get("countersign.response.status"))
          .containsExactly("going", "going", "ended");
      assertThat(shown(all.getLast()))
          .containsEntry("gen_ai.response.finish_reasons", List.of("stop"))
          .containsEntry("gen_ai.usage.input_tokens", 9L)
          .containsEntry("gen_ai.usage.output_tokens", 8L);
      assertNothingIsTold();
    }
  }

  @Test
  void canceling_and_what_is_not_there_have_spans_too() {
    try (var server = ScriptedOpenAi.playing(Play.says("never"), Play.errors(404, ""))) {
      var provider = TestModels.longProvider(server, traced());
      var _ = provider.create(request(), SOON);
      var _ = provider.cancel("resp_0001", SOON);
      var _ = provider.retrieve("resp_gone", SOON);
      var _ = provider.create(request(), SOON);

      assertThat(spans.getFinishedSpanItems())
          .extracting(
              SpanData::getName,
              span -> shown(span).get("countersign.response.status"),
              span -> shown(span).get("error.type"))
          .containsExactly(
              tuple("chat gpt-5-mini", "going", null),
              tuple("cancel_response", "canceled", null),
              tuple("retrieve_response", "not_known", "not_known"),
              tuple("chat gpt-5-mini", null, "no_background"));
    }
  }

  @Test
  void without_a_word_from_the_operator_nothing_of_what_is_said_is_in_a_span() {
    try (var server = ScriptedOpenAi.playing(Play.says("the secret sum"))) {
      var _ = TestModels.provider(server, traced()).send(request(), SOON);

      assertNothingIsTold();
      assertThat(shown(only())).doesNotContainKeys("gen_ai.input.messages");
    }
  }

  @Test
  void with_content_the_conversation_is_there_in_the_conventions_form() {
    try (var server = ScriptedOpenAi.playing(Play.says("the secret sum"))) {
      var tracing = TestTracing.to(spans, Map.of("content", "true"));
      var _ = TestModels.provider(server, tracing).send(request(), SOON);

      assertThat(shown(only()))
          .containsEntry(
              "gen_ai.input.messages",
              """
              [{"role":"system","parts":[{"type":"text","content":"Read the secret."}]},\
              {"role":"assistant","parts":[{"type":"tool_call","id":"call_1","name":"find","arguments":"{}"}]},\
              {"role":"tool","parts":[{"type":"tool_call_response","id":"call_1","response":"the secret page"}]}]\
              """)
          .containsEntry(
              "gen_ai.output.messages",
              """
              [{"role":"assistant","parts":[{"type":"text","content":"the secret sum"}],"finish_reason":"stop"}]\
              """);
      assertThat(shown(only()).toString()).doesNotContain(KEY);
    }
  }

  @Test
  void without_a_collector_nothing_is_recorded() {
    var span = TestTracing.NONE.tracer().spanBuilder("x").startSpan();

    assertThat(span.isRecording()).isFalse();
    assertThat(TestTracing.NONE.content()).isFalse();
    TestTracing.NONE.flush();
  }

  private Tracing traced() {
    return TestTracing.to(spans, Map.of());
  }

  private SpanData only() {
    assertThat(spans.getFinishedSpanItems()).hasSize(1);
    return spans.getFinishedSpanItems().getFirst();
  }

  private void assertNothingIsTold() {
    assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("secret", KEY);
  }

  private static Map<String, Object> shown(SpanData span) {
    return span.getAttributes().asMap().entrySet().stream()
        .collect(Collectors.toMap(entry -> key(entry.getKey()), Map.Entry::getValue));
  }

  private static String key(AttributeKey<?> key) {
    return key.getKey();
  }

  private static ModelRequest request() {
    return new ModelRequest(
        "gpt-5-mini",
        List.of(
            new Turn.Instruction("Read the secret."),
            new Turn.Answer("", List.of(new ToolCall("call_1", "find", "{}"))),
            new Turn.ToolResult("call_1", "the secret page")),
        Shape.of(Price.class).schema(),
        List.of(),
        700,
        NAMES);
  }
}

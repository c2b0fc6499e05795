package dev.countersign.model.openai;

import static dev.countersign.model.openai.TestModels.KEY;
import static dev.countersign.model.openai.TestModels.SHORT;
import static dev.countersign.model.openai.TestModels.SOON;
import static dev.countersign.model.openai.TestModels.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.model.Finish;
import dev.countersign.model.LongAnswer;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.ProviderFault;
import dev.countersign.model.Reply;
import dev.countersign.model.Shape;
import dev.countersign.model.ToolCall;
import dev.countersign.model.ToolSpec;
import dev.countersign.model.Turn;
import dev.countersign.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A call in the provider's background, from its making to its end.
class ResponsesTest {
  record Found(String quote) {}

  private static final Map<String, String> NAMES = Map.of("job", "job_1", "step", "extract");

  @Test
  void a_response_is_asked_for_as_openai_expects_it() throws Exception {
    try (var server = ScriptedOpenAi.playing(Play.says("{}"))) {
      var schema = Shape.of(Found.class).schema();
      var turns =
          List.<Turn>of(
              new Turn.Instruction("Read."),
              new Turn.Question("A bid."),
              new Turn.Answer("Well.", List.of(new ToolCall("call_1", "find", "{}"))),
              new Turn.ToolResult("call_1", "Page 1"));
      var tools = List.of(new ToolSpec("find", "Finds.", schema));

      var answer =
          TestModels.longProvider(server)
              .create(new ModelRequest("gpt-5", turns, schema, tools, 700, NAMES), SOON);

      assertThat(answer).isEqualTo(new LongAnswer.Going("resp_0001", NAMES));
      var asked = server.asked().getFirst();
      assertThat(asked.path()).isEqualTo("/v1/responses");
      assertThat(asked.headers().get("Authorization")).containsExactly("Bearer " + KEY);
      assertThat(asked.body())
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"model":"gpt-5","background":true,"store":true,"max_output_tokens":700,
                       "parallel_tool_calls":false,"metadata":{"job":"job_1","step":"extract"},
                       "input":[{"role":"system","content":"Read."},{"role":"user","content":"A bid."},
                         {"role":"assistant","content":"Well."},
                         {"type":"function_call","call_id":"call_1","name":"find","arguments":"{}"},
                         {"type":"function_call_output","call_id":"call_1","output":"Page 1"}],
                       "text":{"format":{"type":"json_schema","name":"found","strict":true,"schema":SCHEMA}},
                       "tools":[{"type":"function","name":"find","description":"Finds.","strict":true,
                         "parameters":SCHEMA}]}\
                      """
                          .replace("SCHEMA", schema.schema().toString())));
    }
  }

  @Test
  void it_goes_on_until_it_is_done_and_then_says_what_it_used() {
    try (var server = ScriptedOpenAi.playing(Play.says("done").counting(new Usage(9, 1, 8, 2)))) {
      var provider = TestModels.longProvider(server);
      var _ = provider.create(question("?"), SOON);

      assertThat(provider.retrieve("resp_0001", SOON))
          .isEqualTo(new LongAnswer.Going("resp_0001", NAMES));
      server.finish("resp_0001");
      var reply =
          new Reply(
              "done", List.of(), new Usage(9, 1, 8, 2), Finish.STOP, "resp_0001", "gpt-5-mini");
      assertThat(provider.retrieve("resp_0001", SOON))
          .isEqualTo(new LongAnswer.Ended("resp_0001", NAMES, reply));
    }
  }

  @Test
  void it_may_take_twenty_minutes() {
    var now = new Instant[] {Instant.parse("2026-01-01T00:00:00Z")};
    InstantSource clock = () -> now[0];
    try (var server =
        ScriptedOpenAi.playing(clock, Duration.ofMinutes(20), _ -> Play.says("at last"))) {
      var provider = TestModels.longProvider(server);
      var _ = provider.create(question("?"), SOON);

      now[0] = now[0].plus(Duration.ofMinutes(19));
      assertThat(provider.retrieve("resp_0001", SOON)).isInstanceOf(LongAnswer.Going.class);
      now[0] = now[0].plus(Duration.ofMinutes(1));
      assertThat(provider.retrieve("resp_0001", SOON)).isInstanceOf(LongAnswer.Ended.class);
    }
  }

  @Test
  void a_canceled_one_stays_canceled() {
    try (var server = ScriptedOpenAi.playing(Play.says("never"))) {
      var provider = TestModels.longProvider(server);
      var _ = provider.create(question("?"), SOON);

      var canceled = new LongAnswer.Canceled("resp_0001", NAMES);
      assertThat(provider.cancel("resp_0001", SOON)).isEqualTo(canceled);
      server.finish("resp_0001");
      assertThat(provider.retrieve("resp_0001", SOON)).isEqualTo(canceled);
    }
  }

  @Test
  void what_is_over_is_not_canceled_but_told() {
    try (var server = ScriptedOpenAi.playing(Play.says("done"))) {
      var provider = TestModels.longProvider(server);
      var _ = provider.create(question("?"), SOON);
      server.finish("resp_0001");

      assertThat(provider.cancel("resp_0001", SOON)).isInstanceOf(LongAnswer.Ended.class);
      server.next(Play.errors(400, "invalid_request_error"));
      assertThat(provider.cancel("resp_0001", SOON)).isInstanceOf(LongAnswer.Ended.class);
    }
  }

  @Test
  void an_answer_to_the_making_that_is_lost_leaves_an_orphan_with_its_metadata() {
    try (var server = ScriptedOpenAi.playing(Play.says("orphan").lost())) {
      var provider = TestModels.longProvider(server);

      assertThat(provider.create(question("?"), SOON))
          .isInstanceOfSatisfying(
              LongAnswer.Failed.class,
              failed -> assertThat(failed.fault()).isInstanceOf(ProviderFault.Cut.class));
      assertThat(server.asked()).hasSize(1);
      assertThat(provider.retrieve(server.created().getFirst(), SOON))
          .isEqualTo(new LongAnswer.Going("resp_0001", NAMES));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "server_error, unavailable",
    "rate_limit_exceeded, rate_limited",
    "invalid_prompt, rejected"
  })
  void one_that_fails_says_why(String code, String kind) {
    assertThat(ended(Play.errors(200, code)))
        .isInstanceOfSatisfying(
            LongAnswer.Ended.class,
            ended -> assertThat(((ProviderFault) ended.answer()).kind()).isEqualTo(kind));
  }

  @Test
  void half_ones_refusals_and_tool_calls_are_told_apart() {
    assertThat(kind(new Play.Truncated("half"))).isEqualTo("truncated");
    assertThat(kind(new Play.Filtered("half"))).isEqualTo("filtered");
    assertThat(kind(new Play.Refuses("No."))).isEqualTo("refused");
    assertThat(kind(Play.says(" "))).isEqualTo("empty");
    assertThat(ended(Play.calls("call_1", "find", "{}")))
        .isInstanceOfSatisfying(
            LongAnswer.Ended.class,
            ended ->
                assertThat(((Reply) ended.answer()).toolCalls())
                    .containsExactly(new ToolCall("call_1", "find", "{}")));
    assertThat(ended(Play.says("x").withoutUsage()))
        .isInstanceOfSatisfying(
            LongAnswer.Ended.class, ended -> assertThat(((Reply) ended.answer()).usage()).isNull());
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 501})
  void a_provider_without_background_mode_is_told(int status) {
    assertThat(made(Play.errors(status, ""))).isEqualTo(new LongAnswer.NoBackground());
  }

  @Test
  void a_model_that_is_not_there_is_not_taken_for_that() {
    assertThat(made(Play.errors(404, "model_not_found")))
        .isEqualTo(new LongAnswer.Failed(new ProviderFault.Rejected(404, "model_not_found")));
  }

  @Test
  void too_many_requests_hangs_and_nonsense_fail_the_request_alone() {
    assertThat(made(Play.tooMany(5)))
        .isEqualTo(new LongAnswer.Failed(new ProviderFault.RateLimited(Duration.ofSeconds(5))));
    assertThat(made(new Play.Hangs()))
        .isEqualTo(new LongAnswer.Failed(new ProviderFault.TimedOut(SHORT)));
    for (var body : List.of("{}", "", "null", "<html>", "{\"id\":\"../x\",\"status\":\"queued\"}"))
      assertThat(made(new Play.Raw(body)))
          .isInstanceOfSatisfying(
              LongAnswer.Failed.class,
              failed -> assertThat(failed.fault()).isInstanceOf(ProviderFault.BadAnswer.class));
  }

  @Test
  void one_that_the_provider_does_not_know_is_told() {
    try (var server = ScriptedOpenAi.playing()) {
      var provider = TestModels.longProvider(server);

      assertThat(provider.retrieve("resp_gone", SOON))
          .isEqualTo(new LongAnswer.NotKnown("resp_gone"));
      assertThat(provider.cancel("resp_gone", SOON))
          .isEqualTo(new LongAnswer.NotKnown("resp_gone"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "..", "a?b", "resp_1\n"})
  void an_id_that_a_stranger_made_up_does_not_choose_the_address(String id) {
    try (var server = ScriptedOpenAi.playing()) {
      assertThatThrownBy(() -> TestModels.longProvider(server).retrieve(id, SOON))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(server.asked()).isEmpty();
    }
  }

  private static LongAnswer made(Play play) {
    try (var server = ScriptedOpenAi.playing(play)) {
      return TestModels.longProvider(server)
          .create(question("?"), play instanceof Play.Hangs ? SHORT : SOON);
    }
  }

  private static LongAnswer ended(Play play) {
    try (var server = ScriptedOpenAi.playing(play)) {
      var provider = TestModels.longProvider(server);
      var _ = provider.create(question("?"), SOON);
      server.finish("resp_0001");
      return provider.retrieve("resp_0001", SOON);
    }
  }

  private static String kind(Play play) {
    var ended = (LongAnswer.Ended) ended(play);
    return ((ProviderFault) ended.answer()).kind();
  }
}

package dev.countersign.model.openai;

import static dev.countersign.model.openai.TestModels.KEY;
import static dev.countersign.model.openai.TestModels.SOON;
import static dev.countersign.model.openai.TestModels.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.model.Finish;
import dev.countersign.model.Meaning;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.Reply;
import dev.countersign.model.Shape;
import dev.countersign.model.ToolCall;
import dev.countersign.model.ToolSpec;
import dev.countersign.model.Turn;
import dev.countersign.model.Usage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What goes out in a short call, and what a good answer becomes.
class ChatCompletionsTest {
  record Price(String quote, @Meaning("without tax") @Nullable Integer cents) {}

  record PageWanted(String source, int page) {}

  private static final ToolSpec PAGE =
      new ToolSpec("read_page", "Reads a page.", Shape.of(PageWanted.class).schema());

  @Test
  void a_question_goes_out_as_openai_expects_it() throws Exception {
    try (var server = ScriptedOpenAi.playing(Play.says("{}"))) {
      var request =
          new ModelRequest(
              "gpt-5-mini",
              List.of(new Turn.Instruction("Read."), new Turn.Question("A bid.")),
              Shape.of(Price.class).schema(),
              List.of(),
              700,
              Map.of("job", "job_1"));

      var _ = TestModels.provider(server).send(request, SOON);

      var asked = server.asked().getFirst();
      assertThat(asked.path()).isEqualTo("/v1/chat/completions");
      assertThat(asked.headers().get("Authorization")).containsExactly("Bearer " + KEY);
      assertThat(asked.headers().get("Content-Type")).containsExactly("application/json");
      assertThat(asked.body())
          .isEqualTo(
              json(
                  """
                  {"model":"gpt-5-mini","stream":false,"max_completion_tokens":700,
                   "messages":[{"role":"system","content":"Read."},{"role":"user","content":"A bid."}],
                   "response_format":{"type":"json_schema","json_schema":{"name":"price","strict":true,
                     "schema":{"type":"object","properties":{
                        "quote":{"type":"string"},
                        "cents":{"type":["integer","null"],"description":"without tax"}},
                       "required":["quote","cents"],"additionalProperties":false}}}}\
                  """));
    }
  }

  @Test
  void tools_go_out_strictly_and_their_results_with_the_call_they_answer() throws Exception {
    try (var server = ScriptedOpenAi.playing(Play.says("done"))) {
      var turns =
          List.<Turn>of(
              new Turn.Question("Read it."),
              new Turn.Answer("", List.of(new ToolCall("call_1", "read_page", "{\"page\":1}"))),
              new Turn.ToolResult("call_1", "Page 1"),
              new Turn.ToolResult("call_2", ""));

      var _ = TestModels.provider(server).send(asking(turns), SOON);

      var body = server.asked().getFirst().body();
      assertThat(body.path("parallel_tool_calls").asBoolean(true)).isFalse();
      assertThat(body.path("tools"))
          .isEqualTo(
              json(
                  """
                  [{"type":"function","function":{"name":"read_page","description":"Reads a page.","strict":true,
                    "parameters":{"type":"object","properties":{"source":{"type":"string"},"page":{"type":"integer"}},
                      "required":["source","page"],"additionalProperties":false}}}]\
                  """));
      assertThat(body.path("messages"))
          .isEqualTo(
              json(
                  """
                  [{"role":"user","content":"Read it."},
                   {"role":"assistant","tool_calls":[{"id":"call_1","type":"function",
                     "function":{"name":"read_page","arguments":"{\\"page\\":1}"}}]},
                   {"role":"tool","tool_call_id":"call_1","content":"Page 1"},
                   {"role":"tool","tool_call_id":"call_2","content":""}]\
                  """));
    }
  }

  @Test
  void an_answer_comes_with_its_usage_and_names() {
    try (var server = ScriptedOpenAi.playing(Play.says("42").counting(new Usage(100, 60, 20, 8)))) {
      assertThat(TestModels.provider(server).send(question("How many?"), SOON))
          .isEqualTo(
              new Reply(
                  "42",
                  List.of(),
                  new Usage(100, 60, 20, 8),
                  Finish.STOP,
                  "chatcmpl-1",
                  "gpt-5-mini"));
    }
  }

  @Test
  void an_answer_that_does_not_say_what_it_used_says_so() {
    try (var server = ScriptedOpenAi.playing(Play.says("42").withoutUsage())) {
      assertThat(TestModels.provider(server).send(question("How many?"), SOON))
          .isInstanceOfSatisfying(Reply.class, reply -> assertThat(reply.usage()).isNull());
    }
  }

  @Test
  void a_wish_for_a_tool_comes_as_it_was_written() {
    try (var server = ScriptedOpenAi.playing(Play.calls("call_9", "read_page", "{\"page\":"))) {
      var answer = TestModels.provider(server).send(asking(List.of(new Turn.Question("?"))), SOON);

      assertThat(answer)
          .isInstanceOfSatisfying(
              Reply.class,
              reply -> {
                assertThat(reply.finish()).isEqualTo(Finish.TOOL_CALLS);
                assertThat(reply.toolCalls())
                    .containsExactly(new ToolCall("call_9", "read_page", "{\"page\":"));
              });
    }
  }

  @Test
  void a_model_that_always_wants_a_tool_is_answered_each_time_by_the_caller_alone() {
    try (var server = ScriptedOpenAi.playing(_ -> Play.calls("call_1", "read_page", "{}"))) {
      var provider = TestModels.provider(server);

      for (int turn = 0; turn < 3; turn++)
        assertThat(provider.send(asking(List.of(new Turn.Question("?"))), SOON))
            .isInstanceOf(Reply.class);
      assertThat(server.asked()).hasSize(3);
    }
  }

  @Test
  void without_a_key_nothing_is_asked() {
    try (var server = ScriptedOpenAi.playing(Play.says("never"))) {
      var provider =
          TestModels.provider(TestModels.config(server.baseUrl(), Map.of("api-key", "")));

      assertThat(provider.configured()).isFalse();
      assertThatThrownBy(() -> provider.send(question("?"), SOON))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("OPENAI_API_KEY");
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void a_key_that_is_none_is_not_repeated() {
    var provider =
        TestModels.provider(
            TestModels.config(URI.create("http://localhost:1/v1"), Map.of("api-key", "sk-a\nb")));

    assertThatThrownBy(() -> provider.send(question("?"), SOON))
        .isInstanceOf(IllegalStateException.class)
        .message()
        .doesNotContain("sk-a");
  }

  private static ModelRequest asking(List<Turn> turns) {
    return new ModelRequest("gpt-5-mini", turns, null, List.of(PAGE), 500, Map.of());
  }

  private static Object json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}

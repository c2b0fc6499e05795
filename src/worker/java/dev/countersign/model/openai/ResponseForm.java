package dev.countersign.model.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.countersign.model.AnswerSchema;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.ToolCall;
import dev.countersign.model.ToolSpec;
import dev.countersign.model.Turn;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A background response as it is asked for: the body of `POST /responses`.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ResponseForm(
    String model,
    List<Item> input,
    @Nullable Text text,
    @Nullable List<Tool> tools,
    @Nullable Boolean parallelToolCalls,
    int maxOutputTokens,
    boolean background,
    boolean store,
    Map<String, String> metadata) {

  /// An entry of the conversation.
  sealed interface Item {}

  @RegisterForReflection
  record Message(String role, String content) implements Item {}

  @RegisterForReflection
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record FunctionCall(String type, String callId, String name, String arguments) implements Item {}

  @RegisterForReflection
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record FunctionOutput(String type, String callId, String output) implements Item {}

  @RegisterForReflection
  record Text(Format format) {}

  @RegisterForReflection
  record Format(String type, String name, boolean strict, JsonNode schema) {}

  @RegisterForReflection
  record Tool(String type, String name, String description, boolean strict, JsonNode parameters) {}

  static ResponseForm of(ModelRequest request) {
    var tools = request.tools().stream().map(ResponseForm::tool).toList();
    var schema = request.schema();
    return new ResponseForm(
        request.model(),
        request.turns().stream().flatMap(ResponseForm::items).toList(),
        schema == null ? null : new Text(format(schema)),
        tools.isEmpty() ? null : tools,
        tools.isEmpty() ? null : false,
        request.maxOutputTokens(),
        true,
        true,
        request.metadata());
  }

  private static Stream<Item> items(Turn turn) {
    return switch (turn) {
      case Turn.Instruction(var text) -> Stream.of(new Message("system", text));
      case Turn.Question(var text) -> Stream.of(new Message("user", text));
      case Turn.Answer(var text, var calls) ->
          Stream.concat(
              Stream.of(text).filter(said -> !said.isEmpty()).map(ResponseForm::said),
              calls.stream().map(ResponseForm::call));
      case Turn.ToolResult(var call, var text) ->
          Stream.of(new FunctionOutput("function_call_output", call, text));
    };
  }

  private static Item said(String text) {
    return new Message("assistant", text);
  }

  private static Item call(ToolCall call) {
    return new FunctionCall("function_call", call.id(), call.tool(), call.arguments());
  }

  private static Format format(AnswerSchema schema) {
    return new Format("json_schema", schema.name(), true, schema.schema());
  }

  private static Tool tool(ToolSpec tool) {
    return new Tool("function", tool.name(), tool.description(), true, tool.arguments().schema());
  }
}

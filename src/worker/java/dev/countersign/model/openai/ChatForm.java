package dev.countersign.model.openai;

import dev.countersign.model.AnswerSchema;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.ToolCall;
import dev.countersign.model.ToolSpec;
import dev.countersign.model.Turn;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.ArrayList;

/// A question in langchain4j's words.
final class ChatForm {
  private ChatForm() {}

  static ChatRequest of(ModelRequest request) {
    var parameters =
        OpenAiChatRequestParameters.builder()
            .modelName(request.model())
            .maxCompletionTokens(request.maxOutputTokens());
    var schema = request.schema();
    if (schema != null) parameters.responseFormat(format(schema));
    if (!request.tools().isEmpty()) {
      parameters.toolSpecifications(request.tools().stream().map(ChatForm::tool).toList());
      // Arguments are held to their schema only where calls are not made in parallel.
      parameters.parallelToolCalls(false);
    }
    return ChatRequest.builder()
        .messages(request.turns().stream().map(ChatForm::message).toList())
        .parameters(parameters.build())
        .build();
  }

  private static ChatMessage message(Turn turn) {
    return switch (turn) {
      case Turn.Instruction(var text) -> SystemMessage.from(text);
      case Turn.Question(var text) -> UserMessage.from(text);
      case Turn.Answer(var text, var calls) ->
          AiMessage.builder()
              .text(text.isEmpty() ? null : text)
              .toolExecutionRequests(calls.stream().map(ChatForm::call).toList())
              .build();
      case Turn.ToolResult(var call, var text) ->
          ToolExecutionResultMessage.builder().id(call).toolName("").text(text).build();
    };
  }

  private static ToolExecutionRequest call(ToolCall call) {
    return ToolExecutionRequest.builder()
        .id(call.id())
        .name(call.tool())
        .arguments(call.arguments())
        .build();
  }

  private static ResponseFormat format(AnswerSchema schema) {
    var root = JsonRawSchema.from(schema.schema().toString());
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(JsonSchema.builder().name(schema.name()).rootElement(root).build())
        .build();
  }

  /// Of a tool's arguments langchain4j wants the object itself in its own words.
  private static ToolSpecification tool(ToolSpec tool) {
    var object = JsonObjectSchema.builder();
    var required = new ArrayList<String>();
    tool.arguments()
        .schema()
        .path("properties")
        .properties()
        .forEach(property -> {
          required.add(property.getKey());
          object.addProperty(property.getKey(), JsonRawSchema.from(property.getValue().toString()));
        });
    return ToolSpecification.builder()
        .name(tool.name())
        .description(tool.description())
        .parameters(object.required(required).additionalProperties(false).build())
        .build();
  }
}

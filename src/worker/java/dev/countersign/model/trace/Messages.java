package dev.countersign.model.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.model.Reply;
import dev.countersign.model.ToolCall;
import dev.countersign.model.Turn;
import java.util.List;

/// A conversation in the form of the conventions' `gen_ai.input.messages` and
/// `gen_ai.output.messages`.
final class Messages {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Messages() {}

  static String in(List<Turn> turns) {
    var messages = JSON.arrayNode();
    for (var turn : turns) {
      var parts = message(messages, role(turn));
      switch (turn) {
        case Turn.Instruction(var text) -> text(parts, text);
        case Turn.Question(var text) -> text(parts, text);
        case Turn.Answer(var text, var calls) -> said(parts, text, calls);
        case Turn.ToolResult(var call, var text) ->
            parts
                .addObject()
                .put("type", "tool_call_response")
                .put("id", call)
                .put("response", text);
      }
    }
    return messages.toString();
  }

  static String out(Reply reply) {
    var messages = JSON.arrayNode();
    said(message(messages, "assistant"), reply.text(), reply.toolCalls());
    ((ObjectNode) messages.get(0)).put("finish_reason", CallSpan.reason(reply.finish()));
    return messages.toString();
  }

  private static String role(Turn turn) {
    return switch (turn) {
      case Turn.Instruction _ -> "system";
      case Turn.Question _ -> "user";
      case Turn.Answer _ -> "assistant";
      case Turn.ToolResult _ -> "tool";
    };
  }

  private static ArrayNode message(ArrayNode messages, String role) {
    return messages.addObject().put("role", role).putArray("parts");
  }

  private static void said(ArrayNode parts, String text, List<ToolCall> calls) {
    if (!text.isEmpty()) text(parts, text);
    for (var call : calls)
      parts
          .addObject()
          .put("type", "tool_call")
          .put("id", call.id())
          .put("name", call.tool())
          .put("arguments", call.arguments());
  }

  private static void text(ArrayNode parts, String text) {
    parts.addObject().put("type", "text").put("content", text);
  }
}

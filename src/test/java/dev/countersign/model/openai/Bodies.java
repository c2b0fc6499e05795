package dev.countersign.model.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.model.ToolCall;
import dev.countersign.model.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers as OpenAI writes them, written out here by hand: what reads them must not make them.
final class Bodies {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long CREATED = 1_767_225_600;

  private Bodies() {}

  /// What a play says, without how.
  record Said(String text, List<ToolCall> calls, @Nullable String refusal, String finish) {
    static Said by(Play play) {
      return switch (play) {
        case Play.Says(var text) -> new Said(text, List.of(), null, "stop");
        case Play.Calls(var calls) -> new Said("", calls, null, "tool_calls");
        case Play.Refuses(var refusal) -> new Said("", List.of(), refusal, "stop");
        case Play.Truncated(var text) -> new Said(text, List.of(), null, "length");
        case Play.Filtered(var text) -> new Said(text, List.of(), null, "content_filter");
        case Play.Counting(var what, var _) -> by(what);
        case Play.Loses(var what) -> by(what);
        case Play.Errors _, Play.Raw _, Play.Hangs _, Play.Trickles _, Play.CutsOff _ ->
            new Said("never read", List.of(), null, "stop");
      };
    }
  }

  static ObjectNode chat(String id, Asked asked, Play play) {
    var said = Said.by(play);
    var body = JSON.createObjectNode();
    body.put("id", id).put("object", "chat.completion").put("created", CREATED);
    body.put("model", asked.model());
    var choice = body.putArray("choices").addObject().put("index", 0).putNull("logprobs");
    choice.put("finish_reason", said.finish());
    var message = choice.putObject("message").put("role", "assistant");
    message.put("content", said.text().isEmpty() ? null : said.text());
    message.put("refusal", said.refusal());
    if (!said.calls().isEmpty()) {
      var calls = message.putArray("tool_calls");
      for (var call : said.calls())
        calls
            .addObject()
            .put("id", call.id())
            .put("type", "function")
            .putObject("function")
            .put("name", call.tool())
            .put("arguments", call.arguments());
    }
    var usage = usage(asked, play);
    if (usage != null) {
      var counted = body.putObject("usage");
      counted.put("prompt_tokens", usage.input()).put("completion_tokens", usage.output());
      counted.put("total_tokens", usage.input() + usage.output());
      counted.putObject("prompt_tokens_details").put("cached_tokens", usage.cachedInput());
      counted.putObject("completion_tokens_details").put("reasoning_tokens", usage.reasoning());
    }
    return body;
  }

  /// @param status as the Responses API names it
  static ObjectNode response(String id, Asked asked, Play play, String status) {
    var body = JSON.createObjectNode();
    body.put("id", id).put("object", "response").put("created_at", CREATED).put("status", status);
    body.put("background", true).put("model", asked.model()).put("parallel_tool_calls", false);
    body.putNull("error").putNull("incomplete_details").putNull("usage");
    body.putArray("output");
    body.set("metadata", asked.body().path("metadata"));
    if (status.equals("failed") && play instanceof Play.Errors(var _, var code, var _))
      body.putObject("error").put("code", code).put("message", "as scripted");
    if (status.equals("completed") || status.equals("incomplete")) write(body, asked, play);
    return body;
  }

  private static void write(ObjectNode body, Asked asked, Play play) {
    var said = Said.by(play);
    var output = body.putArray("output");
    output.addObject().put("id", "rs_1").put("type", "reasoning").putArray("summary");
    for (var call : said.calls())
      output
          .addObject()
          .put("id", "fc_" + call.id())
          .put("type", "function_call")
          .put("call_id", call.id())
          .put("name", call.tool())
          .put("arguments", call.arguments());
    if (said.calls().isEmpty()) {
      var message = output.addObject().put("id", "msg_1").put("type", "message");
      var part = message.put("role", "assistant").putArray("content").addObject();
      if (said.refusal() != null) part.put("type", "refusal").put("refusal", said.refusal());
      else part.put("type", "output_text").put("text", said.text()).putArray("annotations");
    }
    if (said.finish().equals("length"))
      body.putObject("incomplete_details").put("reason", "max_output_tokens");
    if (said.finish().equals("content_filter"))
      body.putObject("incomplete_details").put("reason", "content_filter");
    var usage = usage(asked, play);
    if (usage != null) {
      var counted = body.putObject("usage").put("input_tokens", usage.input());
      counted.put("output_tokens", usage.output());
      counted.put("total_tokens", usage.input() + usage.output());
      counted.putObject("input_tokens_details").put("cached_tokens", usage.cachedInput());
      counted.putObject("output_tokens_details").put("reasoning_tokens", usage.reasoning());
    }
  }

  /// A token for every four characters, when the script says nothing else.
  private static @Nullable Usage usage(Asked asked, Play play) {
    if (play instanceof Play.Counting(var _, var usage)) return usage;
    if (play instanceof Play.Loses(var what)) return usage(asked, what);
    return new Usage(asked.body().toString().length() / 4, 0, Said.by(play).text().length() / 4, 0);
  }
}

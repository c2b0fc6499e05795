package dev.countersign.model.openai;

import dev.countersign.model.ToolCall;
import dev.countersign.model.Usage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the scripted server does with one question.
public sealed interface Play {
  /// Answers with this text.
  record Says(String text) implements Play {}

  /// Wants these tools to be used.
  record Calls(List<ToolCall> calls) implements Play {}

  /// Does not want to.
  record Refuses(String refusal) implements Play {}

  /// Runs out of tokens after this text.
  record Truncated(String text) implements Play {}

  /// Is cut off by the filter after this text.
  record Filtered(String text) implements Play {}

  /// Answers with this status; with status 200 a background response is taken, and fails with this
  /// code.
  record Errors(int status, String code, Map<String, String> headers) implements Play {}

  /// Answers 200 with this body, whatever it is.
  record Raw(String body) implements Play {}

  /// Takes the question and says nothing, until the server is closed.
  record Hangs() implements Play {}

  /// Sends its answer a byte at a time, without an end.
  record Trickles() implements Play {}

  /// Breaks the connection in the middle of the answer.
  record CutsOff() implements Play {}

  /// Does what is asked, then closes the connection without a word.
  record Loses(Play play) implements Play {}

  /// @param usage null: says nothing of it
  record Counting(Play play, @Nullable Usage usage) implements Play {}

  static Play says(String text) {
    return new Says(text);
  }

  static Play calls(String id, String tool, String arguments) {
    return new Calls(List.of(new ToolCall(id, tool, arguments)));
  }

  static Play errors(int status, String code) {
    return new Errors(status, code, Map.of());
  }

  /// 429, to be tried again after so many seconds.
  static Play tooMany(int seconds) {
    return new Errors(429, "rate_limit_exceeded", Map.of("Retry-After", String.valueOf(seconds)));
  }

  /// The same, with this usage.
  default Play counting(Usage usage) {
    return new Counting(this, usage);
  }

  default Play withoutUsage() {
    return new Counting(this, null);
  }

  default Play lost() {
    return new Loses(this);
  }
}

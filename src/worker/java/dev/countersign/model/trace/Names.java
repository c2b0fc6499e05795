package dev.countersign.model.trace;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import java.util.Map;

/// The attributes of spans: those of OpenTelemetry's conventions, as they were in 2026-11
/// (<https://github.com/open-telemetry/semantic-conventions-genai>), and ours.
final class Names {
  static final AttributeKey<String> OPERATION = string("gen_ai.operation.name");
  static final AttributeKey<String> PROVIDER = string("gen_ai.provider.name");
  static final AttributeKey<String> API = string("openai.api.type");
  static final AttributeKey<String> REQUEST_MODEL = string("gen_ai.request.model");
  static final AttributeKey<Long> MAX_TOKENS = count("gen_ai.request.max_tokens");
  static final AttributeKey<String> OUTPUT_TYPE = string("gen_ai.output.type");
  static final AttributeKey<String> RESPONSE_ID = string("gen_ai.response.id");
  static final AttributeKey<String> RESPONSE_MODEL = string("gen_ai.response.model");
  static final AttributeKey<List<String>> FINISH_REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");
  static final AttributeKey<Long> INPUT_TOKENS = count("gen_ai.usage.input_tokens");
  static final AttributeKey<Long> CACHED_TOKENS = count("gen_ai.usage.cache_read.input_tokens");
  static final AttributeKey<Long> OUTPUT_TOKENS = count("gen_ai.usage.output_tokens");
  static final AttributeKey<Long> REASONING_TOKENS = count("gen_ai.usage.reasoning.output_tokens");
  static final AttributeKey<String> AGENT = string("gen_ai.agent.name");
  static final AttributeKey<String> AGENT_VERSION = string("gen_ai.agent.version");
  static final AttributeKey<String> TOOL = string("gen_ai.tool.name");
  static final AttributeKey<String> TOOL_TYPE = string("gen_ai.tool.type");
  static final AttributeKey<String> TOOL_CALL = string("gen_ai.tool.call.id");
  static final AttributeKey<String> SERVER = string("server.address");
  static final AttributeKey<Long> PORT = count("server.port");
  static final AttributeKey<String> ERROR = string("error.type");
  static final AttributeKey<Long> STATUS = count("http.response.status_code");

  /// Content: only where it was asked for.
  static final AttributeKey<String> INPUT_MESSAGES = string("gen_ai.input.messages");

  static final AttributeKey<String> OUTPUT_MESSAGES = string("gen_ai.output.messages");
  static final AttributeKey<String> TOOL_ARGUMENTS = string("gen_ai.tool.call.arguments");
  static final AttributeKey<String> TOOL_RESULT = string("gen_ai.tool.call.result");

  static final AttributeKey<String> JOB = string("countersign.job.id");
  static final AttributeKey<Long> REVISION = count("countersign.job.revision");
  static final AttributeKey<String> RESPONSE_STATUS = string("countersign.response.status");
  static final AttributeKey<String> WAITS_FOR = string("countersign.waits_for");
  static final AttributeKey<String> OUTCOME = string("countersign.outcome");
  static final AttributeKey<Long> TURNS = count("countersign.agent.turns");
  static final AttributeKey<Long> TOOL_USES = count("countersign.agent.tool_uses");

  /// A call's metadata, by the names it carries them under.
  static final Map<String, AttributeKey<String>> METADATA =
      Map.of(
          "job", JOB,
          "step", string("countersign.step.name"),
          "attempt", string("countersign.step.attempt"),
          "call", string("countersign.call.id"));

  private Names() {}

  private static AttributeKey<String> string(String name) {
    return AttributeKey.stringKey(name);
  }

  private static AttributeKey<Long> count(String name) {
    return AttributeKey.longKey(name);
  }
}

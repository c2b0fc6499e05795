package dev.countersign.model.openai;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A response as the provider shows it. All may be missing: it is a stranger's.
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ResponseBody(
    @Nullable String id,
    @Nullable String status,
    @Nullable String model,
    @Nullable Trouble error,
    @Nullable Incomplete incompleteDetails,
    @Nullable List<Output> output,
    @Nullable Tokens usage,
    @Nullable Map<String, String> metadata) {

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Trouble(@Nullable String code) {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Incomplete(@Nullable String reason) {}

  /// A message, a function call, or something else, which is passed over.
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Output(
      @Nullable String type,
      @Nullable List<Part> content,
      @Nullable String callId,
      @Nullable String name,
      @Nullable String arguments) {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Part(@Nullable String type, @Nullable String text, @Nullable String refusal) {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Tokens(
      @Nullable Long inputTokens,
      @Nullable InputDetails inputTokensDetails,
      @Nullable Long outputTokens,
      @Nullable OutputDetails outputTokensDetails) {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record InputDetails(long cachedTokens) {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record OutputDetails(long reasoningTokens) {}
}

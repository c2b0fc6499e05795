package dev.countersign.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.countersign.workflow.Answer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job as the API shows it; the same body for every status. What is not known is left out.
///
/// @param status public status, e.g. `needs_review`
/// @param sentence where the job stands, in words
/// @param laneReason why the workflow has its lane
/// @param owner the address of who submitted it, or `machine:NAME`
/// @param finishedAt when it came to rest, `failed` included
/// @param queuedMs from submit until a worker began
/// @param runMs time spent in steps that ended
/// @param nextCheckAt when the engine looks at it again at the latest; absent at rest
/// @param contract what it may take at most, and what each breach leads to
/// @param cost what models cost so far, as a decimal string; not in lists
/// @param answer to the question that was submitted, of a job that answers one and is completed
@RegisterForReflection
@Wire
public record JobView(
    String id,
    String status,
    String sentence,
    @Nullable WaitingView waiting,
    @Nullable FailureView failure,
    String lane,
    String laneReason,
    WorkflowView workflow,
    String title,
    String owner,
    Map<String, String> inputs,
    Instant submittedAt,
    @Nullable Instant finishedAt,
    @Nullable Long queuedMs,
    long runMs,
    int revision,
    String currentStep,
    List<StepView> steps,
    @Nullable Instant nextCheckAt,
    LimitsView limits,
    ContractView contract,
    @Nullable CostView cost,
    @Nullable List<SourceView> sources,
    @Nullable List<ArtifactView> artifacts,
    @Nullable Answer answer,
    @Nullable ApprovalSummary approval,
    List<EffectView> effects,
    @Nullable CancelView cancel,
    Map<String, String> links) {

  /// Why a running job does not run, and until when.
  @RegisterForReflection
  @Wire
  public record WaitingView(@JsonProperty("for") String reason, Instant until) {}

  @RegisterForReflection
  @Wire
  public record FailureView(String kind, String step, String message, String remedy) {}

  @RegisterForReflection
  @Wire
  public record WorkflowView(String name, int version) {}

  /// @param state `pending`, `running`, `waiting`, `done`, `failed` or `stopped`
  /// @param fault what the last failed try said
  @RegisterForReflection
  @Wire
  public record StepView(
      String name,
      String state,
      int attempts,
      int maxAttempts,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String fault) {}

  @RegisterForReflection
  @Wire
  public record LimitsView(Instant deadline, long workLimitSeconds, int maxAttemptsPerStep) {}

  @RegisterForReflection
  @Wire
  public record CostView(String amount, String currency) {}

  /// @param gaps what was not read, one sentence each
  @RegisterForReflection
  @Wire
  public record SourceView(
      String id,
      String role,
      String name,
      long bytes,
      String sha256,
      @Nullable String mediaType,
      @Nullable Integer pages,
      @Nullable String readAs,
      @Nullable String why,
      @Nullable List<String> gaps) {}

  @RegisterForReflection
  @Wire
  public record ArtifactView(
      String name, int version, String mediaType, long bytes, String sha256, String href) {}

  /// @param code short form of the digest, as in mail and page
  @RegisterForReflection
  @Wire
  public record ApprovalSummary(
      String id,
      int revision,
      @Nullable String summary,
      String digest,
      String code,
      Instant expiresAt,
      List<String> reviewers) {}

  @RegisterForReflection
  @Wire
  public record EffectView(String id, String kind, int revision, String standing) {}

  /// What a cancel stopped, by effect id.
  @RegisterForReflection
  @Wire
  public record CancelView(
      Instant askedAt,
      String askedBy,
      @Nullable Instant stoppedAt,
      List<String> done,
      List<String> prevented,
      List<String> unknown) {}
}

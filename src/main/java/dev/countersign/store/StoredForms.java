package dev.countersign.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.countersign.job.Amount;
import dev.countersign.job.ApprovalId;
import dev.countersign.job.Brief;
import dev.countersign.job.Budget;
import dev.countersign.job.CancelReceipt;
import dev.countersign.job.CancelRequest;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Effect;
import dev.countersign.job.EffectId;
import dev.countersign.job.Failure;
import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.job.Lease;
import dev.countersign.job.Plan;
import dev.countersign.job.Progress;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.Risk;
import dev.countersign.job.Shortfall;
import dev.countersign.job.Spending;
import dev.countersign.job.StepRun;
import dev.countersign.job.Tally;
import dev.countersign.job.WorkflowRef;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.SourceReading;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.function.Function;

/// How values of the core are written in the table: the mapper knows the names that stored JSON
/// uses for the variants of a state. Whoever changes a stored record bumps [#SCHEMA], teaches
/// [StoredJob#read] the old form, and adds a golden file; the old ones stay.
@Singleton
@RegisterForReflection(
    targets = {
      Job.class,
      WorkflowRef.class,
      Plan.class,
      Plan.Step.class,
      Plan.Kind.class,
      Spending.class,
      Spending.OnExhausted.class,
      Progress.class,
      StepRun.class,
      Effect.class,
      Effect.Standing.class,
      Lease.class,
      Gate.class,
      Brief.class,
      Amount.class,
      Risk.class,
      Risk.Level.class,
      ReviewTerms.class,
      ReviewTerms.Escalation.class,
      ReviewTerms.SignIn.class,
      Tally.class,
      Tally.Delegation.class,
      Decision.Change.class,
      Decision.class,
      Decision.Say.class,
      Decision.Say.Approve.class,
      Decision.Say.Reject.class,
      Decision.Say.RequestChanges.class,
      Decision.Say.Edit.class,
      Decision.Say.Delegate.class,
      Decider.class,
      Decider.How.class,
      Failure.class,
      Failure.Kind.class,
      Shortfall.class,
      Budget.class,
      CancelReceipt.class,
      CancelRequest.class,
      JobState.class,
      JobState.Queued.class,
      JobState.Running.class,
      JobState.Waiting.class,
      JobState.Waiting.Reason.class,
      JobState.NeedsReview.class,
      JobState.Approved.class,
      JobState.Performing.class,
      JobState.Stopping.class,
      JobState.Failed.class,
      JobState.Completed.class,
      JobState.Rejected.class,
      JobState.Canceled.class,
      JobState.Expired.class,
      JobState.Signed.class,
      Source.class,
      SourceReading.class,
      VariantNames.States.class,
      VariantNames.Says.class
    })
public final class StoredForms {
  /// The number that every item written now carries as `schema`.
  static final int SCHEMA = 2;

  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(ids())
          .addMixIn(JobState.class, VariantNames.States.class)
          .addMixIn(Decision.Say.class, VariantNames.Says.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private final ObjectMapper facts = facts(json);

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
    }
  }

  /// @throws IllegalStateException when what is stored is of no form that this version knows
  <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored form of " + type.getSimpleName() + " is new", e);
    }
  }

  /// A stored value as others read it: the same fields, those of records in snake_case. What a
  /// later version stores is in it without being named here.
  public JsonNode facts(Object value) {
    return facts.valueToTree(value);
  }

  /// Amounts as decimal strings, because what is signed has no other numbers than whole ones.
  private static ObjectMapper facts(ObjectMapper json) {
    var facts = json.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    facts
        .configOverride(BigDecimal.class)
        .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
    return facts.configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
  }

  JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is stored is not JSON", e);
    }
  }

  String redacted(String text, Redaction redaction) {
    return redaction.of(tree(text)).toString();
  }

  Job redacted(Job job, Redaction redaction) {
    return read(redacted(write(job), redaction), Job.class);
  }

  String canonical(Object value) {
    return CanonicalJson.of(value, json);
  }

  private static SimpleModule ids() {
    var module = new SimpleModule();
    id(module, JobId.class, JobId::new);
    id(module, ApprovalId.class, ApprovalId::new);
    id(module, EffectId.class, EffectId::new);
    module.addDeserializer(Gate.class, new StdDelegatingDeserializer<>(new GateReader()));
    return module;
  }

  private static <T> void id(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(type, new IdReader<>(type, parse));
  }

  private static final class GateReader extends StdConverter<GateForm, Gate> {
    @Override
    public Gate convert(GateForm form) {
      return form.gate();
    }
  }

  private static final class IdReader<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> parse;

    IdReader(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(
        String value, com.fasterxml.jackson.databind.DeserializationContext context) {
      return parse.apply(value);
    }
  }
}

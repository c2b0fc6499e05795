package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.store.DynamoTable.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The durable results of steps, as JSON, and of the parts of a step that is not done yet.
@ApplicationScoped
public class Checkpoints {
  private static final int MOST_PART_KEY_BYTES = 512;
  private final DynamoTable table;
  private final Bodies bodies;
  private final Rows rows;
  private final Ids ids;

  Checkpoints(DynamoTable table, Bodies bodies, StoredForms forms, Ids ids) {
    this.table = table;
    this.bodies = bodies;
    this.rows = new Rows(forms, table.name());
    this.ids = ids;
  }

  /// Stores a large result in S3 already; it counts only when what comes back is committed. Its
  /// `reference()` belongs in the event.
  public Attachment.Checkpoint write(Job held, String step, String json) {
    int revision = held.progress().revision();
    return new Attachment.Checkpoint(
        step, revision, bodies.write(held.id(), "checkpoints/" + step, json));
  }

  /// @param reference as the job's record has it
  public String read(JobId job, String reference) {
    return table
        .get(job.value(), reference)
        .map(Rows::body)
        .map(bodies::read)
        .orElseThrow(() -> new IllegalStateException(job + " has no " + reference));
  }

  /// Stores the result of one part of the present step; false when the job is no longer held by the
  /// caller, who must stop.
  ///
  /// @param key tells the part from the step's others, at most 512 bytes
  public boolean writePart(Job held, String step, String key, String json) {
    return writePart(held, step, key, json, List.of());
  }

  /// The same, with what else is to be written when it is.
  public boolean writePart(Job held, String step, String key, String json, List<Write> with) {
    if (key.getBytes(UTF_8).length > MOST_PART_KEY_BYTES)
      throw new IllegalArgumentException("a part's key is at most 512 bytes: " + step);
    var body = bodies.write(held.id(), "parts/" + step, json);
    var sortKey = Keys.parts(step, held.progress().revision()) + key;
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(stillHeld(held));
    writes.add(rows.put(Rows.body(held.id().value(), sortKey, body)));
    with.forEach(write -> writes.add(write.item()));
    return table.transact(writes, ids.write()) instanceof Written.Done;
  }

  /// What is stored of one part of the present step.
  public Optional<String> part(Job held, String key) {
    var prefix = Keys.parts(held.currentStep().name(), held.progress().revision());
    return table.get(held.id().value(), prefix + key).map(Rows::body).map(bodies::read);
  }

  /// What is stored of a step's parts, by their keys.
  public Map<String, String> parts(JobId job, String step, int revision) {
    var prefix = Keys.parts(step, revision);
    var parts = new LinkedHashMap<String, String>();
    for (var item : table.all(job.value(), prefix))
      parts.put(text(item, "sk").substring(prefix.length()), bodies.read(Rows.body(item)));
    return parts;
  }

  /// What a model answered about one task of a step, if that is stored.
  public Optional<String> answer(CallRow call, JobId job) {
    return table.get(job.value(), Keys.answer(call)).map(Rows::body).map(bodies::read);
  }

  /// Stores a model's answer in somebody else's transaction: refused when the job is no longer held
  /// by the caller. A large one is in S3 already when this returns.
  public List<Write> answering(Job held, CallRow call, String json) {
    var body = bodies.write(held.id(), "answers/" + call.step(), json);
    var item = Rows.body(held.id().value(), Keys.answer(call), body);
    return List.of(held(held), new Write(rows.put(item)));
  }

  /// Refused when the job is no longer held by the caller.
  public Write held(Job held) {
    return new Write(stillHeld(held));
  }

  private TransactWriteItem stillHeld(Job held) {
    return TransactWriteItem.builder()
        .conditionCheck(
            ConditionCheck.builder()
                .tableName(table.name())
                .key(Map.of("pk", text(held.id().value()), "sk", text(Keys.JOB)))
                .conditionExpression(Condition.FENCED.expression())
                .expressionAttributeValues(Map.of(":fence", number(held.fence())))
                .build())
        .build();
  }
}

package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;

import dev.countersign.job.Job;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The smaller items: one record as JSON in `row`, its size checked before it is written.
final class Rows {
  private final StoredForms forms;
  private final String table;

  Rows(StoredForms forms, String table) {
    this.forms = forms;
    this.table = table;
  }

  Map<String, AttributeValue> row(String pk, String sk, Object value) {
    var item = new HashMap<String, AttributeValue>();
    item.put("pk", text(pk));
    item.put("sk", text(sk));
    item.put("schema", number(StoredForms.SCHEMA));
    item.put("row", text(forms.write(value)));
    return item;
  }

  Map<String, AttributeValue> attached(Job job, Attachment attachment) {
    var pk = job.id().value();
    return switch (attachment) {
      case Attachment.Checkpoint(var step, int revision, var result) ->
          body(pk, Keys.checkpoint(step, revision), result);
      case Attachment.ArtifactVersion(var artifact) ->
          row(pk, Keys.artifact(artifact.name(), artifact.revision()), artifact);
      case Attachment.Reading(var reading) -> row(pk, Keys.reading(reading.source()), reading);
      case Attachment.Proposing(var proposal) ->
          row(pk, Keys.proposal(proposal.gate().revision()), proposal);
      case Attachment.Deciding(int revision, var decision) ->
          row(pk, Keys.decision(revision, job.version()), new StoredDecision(revision, decision));
      case Attachment.Reaching(var owner, var kind, var target) ->
          row(Keys.reached(owner, kind, target), Keys.REACHED, new Reached(kind));
    };
  }

  static Map<String, AttributeValue> body(String pk, String sk, Body body) {
    var item = new HashMap<String, AttributeValue>();
    item.put("pk", text(pk));
    item.put("sk", text(sk));
    item.put("schema", number(StoredForms.SCHEMA));
    switch (body) {
      case Body.Inline(var json) -> item.put("body", text(json));
      case Body.InS3(var key, var sha256, long bytes) -> {
        item.put("key", text(key));
        item.put("sha256", text(sha256));
        item.put("bytes", number(bytes));
      }
    }
    return item;
  }

  static Body body(Map<String, AttributeValue> item) {
    return item.containsKey("body")
        ? new Body.Inline(text(item, "body"))
        : new Body.InS3(text(item, "key"), text(item, "sha256"), number(item, "bytes"));
  }

  <T> T read(Map<String, AttributeValue> item, Class<T> type) {
    return forms.read(text(item, "row"), type);
  }

  TransactWriteItem put(Map<String, AttributeValue> item) {
    return write(Put.builder().tableName(table).item(ItemSize.checked(item)));
  }

  TransactWriteItem put(Map<String, AttributeValue> item, Condition condition) {
    return put(item, condition, Map.of());
  }

  TransactWriteItem put(
      Map<String, AttributeValue> item, Condition condition, Map<String, AttributeValue> values) {
    var put =
        Put.builder()
            .tableName(table)
            .item(ItemSize.checked(item))
            .conditionExpression(condition.expression())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (!values.isEmpty()) put.expressionAttributeValues(values);
    return write(put);
  }

  TransactWriteItem delete(String pk, String sk, Condition condition) {
    return TransactWriteItem.builder()
        .delete(d ->
            d.tableName(table)
                .key(Map.of("pk", text(pk), "sk", text(sk)))
                .conditionExpression(condition.expression()))
        .build();
  }

  TransactWriteItem delete(String pk, String sk) {
    return TransactWriteItem.builder()
        .delete(d -> d.tableName(table).key(Map.of("pk", text(pk), "sk", text(sk))))
        .build();
  }

  private static TransactWriteItem write(Put.Builder put) {
    return TransactWriteItem.builder().put(put.build()).build();
  }
}

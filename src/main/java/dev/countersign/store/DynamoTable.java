package dev.countersign.store;

import dev.countersign.workflow.Retriable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Retry;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// The one DynamoDB table: a failed condition is an answer, a conflict with another transaction is
/// tried again, and anything else that DynamoDB does not do is `Retriable`.
@ApplicationScoped
class DynamoTable {
  private static final String CONDITION_FAILED = "ConditionalCheckFailed";
  private final DynamoDbClient dynamo;
  private final String name;

  DynamoTable(DynamoDbClient dynamo, @ConfigProperty(name = "countersign.table") String name) {
    this.dynamo = dynamo;
    this.name = name;
  }

  /// What came of a conditional write.
  sealed interface Written {
    /// @param now the item as it is now, for an update
    record Done(Map<String, AttributeValue> now) implements Written {}

    /// @param asStored per item of the write: how it is stored, when its condition failed
    record Refused(List<Optional<Map<String, AttributeValue>>> asStored) implements Written {
      Optional<Map<String, AttributeValue>> first() {
        return asStored.getFirst();
      }
    }
  }

  /// A write that met another one to the same items; the same again may succeed.
  static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Conflict(Throwable cause) {
      super("another write to the same items went on at the same time", cause);
    }
  }

  String name() {
    return name;
  }

  Optional<Map<String, AttributeValue>> get(String pk, String sk) {
    var answer =
        asked(() ->
            dynamo.getItem(g ->
                g.tableName(name)
                    .key(Map.of("pk", Attr.text(pk), "sk", Attr.text(sk)))
                    .consistentRead(true)));
    return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
  }

  QueryResponse query(Consumer<QueryRequest.Builder> request) {
    return asked(() -> dynamo.query(q -> request.accept(q.tableName(name))));
  }

  /// All of a partition.
  List<Map<String, AttributeValue>> partition(String pk) {
    return asked(() ->
        dynamo
            .queryPaginator(q ->
                q.tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", Attr.text(pk))))
            .items()
            .stream()
            .toList());
  }

  /// The rest of a partition whose sort keys begin so, in their order.
  List<Map<String, AttributeValue>> all(String pk, String prefix) {
    return asked(() ->
        dynamo
            .queryPaginator(q ->
                q.tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                    .expressionAttributeValues(
                        Map.of(":pk", Attr.text(pk), ":prefix", Attr.text(prefix))))
            .items()
            .stream()
            .toList());
  }

  /// At most 100, each as it is now, in no order.
  List<Map<String, AttributeValue>> all(List<Map<String, AttributeValue>> keys) {
    if (keys.isEmpty()) return List.of();
    return asked(() ->
        dynamo
            .batchGetItem(b -> b.requestItems(Map.of(name, ofKeys(keys))))
            .responses()
            .getOrDefault(name, List.of()));
  }

  private static KeysAndAttributes ofKeys(List<Map<String, AttributeValue>> keys) {
    return KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
  }

  @Retry(
      retryOn = Conflict.class,
      maxRetries = 6,
      delay = 25,
      jitter = 25,
      jitterDelayUnit = ChronoUnit.MILLIS)
  Written update(Consumer<UpdateItemRequest.Builder> request) {
    try {
      return new Written.Done(
          asked(() ->
                  dynamo.updateItem(u ->
                      request.accept(
                          u.tableName(name)
                              .returnValues(ReturnValue.ALL_NEW)
                              .returnValuesOnConditionCheckFailure(
                                  ReturnValuesOnConditionCheckFailure.ALL_OLD))))
              .attributes());
    } catch (ConditionalCheckFailedException e) {
      return new Written.Refused(
          List.of(
              e.hasItem() ? Optional.of(e.item()) : Optional.<Map<String, AttributeValue>>empty()));
    }
  }

  /// @param token the same for each try of the same write, so that it happens once
  @Retry(
      retryOn = Conflict.class,
      maxRetries = 6,
      delay = 25,
      jitter = 25,
      jitterDelayUnit = ChronoUnit.MILLIS)
  Written transact(List<TransactWriteItem> items, String token) {
    try {
      asked(() -> dynamo.transactWriteItems(t -> t.transactItems(items).clientRequestToken(token)));
      return new Written.Done(Map.of());
    } catch (TransactionCanceledException e) {
      return refused(e);
    }
  }

  private static Written refused(TransactionCanceledException e) {
    var reasons = e.cancellationReasons();
    if (reasons.stream().noneMatch(DynamoTable::conditionFailed)) {
      if (reasons.stream().anyMatch(r -> "ValidationError".equals(r.code()))) throw e;
      throw new Conflict(e);
    }
    return new Written.Refused(
        reasons.stream()
            .map(r ->
                conditionFailed(r)
                    ? Optional.of(r.hasItem() ? r.item() : Map.<String, AttributeValue>of())
                    : Optional.<Map<String, AttributeValue>>empty())
            .toList());
  }

  private static boolean conditionFailed(CancellationReason reason) {
    return CONDITION_FAILED.equals(reason.code());
  }

  private static boolean isOurMistake(AwsServiceException refused) {
    return refused.statusCode() < 500 && !refused.isThrottlingException();
  }

  private static <T> T asked(Supplier<T> request) {
    try {
      return request.get();
    } catch (ConditionalCheckFailedException | TransactionCanceledException e) {
      throw e;
    } catch (TransactionConflictException | TransactionInProgressException e) {
      throw new Conflict(e);
    } catch (SdkException e) {
      if (e instanceof AwsServiceException refused && isOurMistake(refused)) throw e;
      throw new Retriable("DynamoDB did not do what was asked: " + e.getMessage(), e);
    }
  }
}

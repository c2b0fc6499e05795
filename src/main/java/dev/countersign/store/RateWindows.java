package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import dev.countersign.store.DynamoTable.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What is left of a provider's limits in each minute, one item per minute, and who has a place in
/// a minute to come. A reply that is lost costs a place too many, never one too few.
@ApplicationScoped
public class RateWindows {
  private static final Duration KEPT = Duration.ofHours(2);
  private static final long WINDOW_SECONDS = 60;
  private final DynamoTable table;

  RateWindows(DynamoTable table) {
    this.table = table;
  }

  /// What a provider allows in a minute.
  public record Limits(long requests, long tokens) {}

  /// What one call wants of which provider and model.
  ///
  /// @param who the same each time that it asks
  public record Ask(String of, String who, long tokens) {}

  /// A place in a minute.
  ///
  /// @param at from when on, in that minute
  public record Booking(long window, Instant at, boolean used) {}

  public static long window(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), WINDOW_SECONDS);
  }

  public static Instant start(long window) {
    return Instant.ofEpochSecond(window * WINDOW_SECONDS);
  }

  public Optional<Booking> booked(Ask ask) {
    return table
        .get(Keys.rate(ask.of()), Keys.turn(ask.who()))
        .map(item ->
            new Booking(
                number(item, "slot"), time(item, "turnAt"), text(item, "standing").equals("USED")));
  }

  /// The first of those minutes that has room, as far as can be seen without asking for it.
  public Optional<Long> firstWithRoom(Ask ask, long from, int windows) {
    var known =
        table
            .query(q ->
                q.consistentRead(true)
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", text(Keys.rate(ask.of())),
                            ":from", text(Keys.window(from)),
                            ":to", text(Keys.window(from + windows - 1)))))
            .items()
            .stream()
            .collect(Collectors.toMap(item -> text(item, "sk"), Function.identity()));
    return LongStream.range(from, from + windows)
        .filter(window -> hasRoom(known.get(Keys.window(window)), ask))
        .boxed()
        .findFirst();
  }

  /// Takes a place in that minute, if there is one.
  public boolean take(Ask ask, Limits limits, long window) {
    var values =
        Map.of(
            ":requests", number(limits.requests()),
            ":tokens", number(limits.tokens()),
            ":one", number(1),
            ":needs", number(ask.tokens()),
            ":ttl", number(start(window).plus(KEPT).getEpochSecond()),
            ":schema", number(StoredForms.SCHEMA));
    return table.update(u ->
        u.key(MoneyRows.key(Keys.rate(ask.of()), Keys.window(window)))
            .updateExpression(
                "SET requestsLeft = if_not_exists(requestsLeft, :requests) - :one,"
                    + " tokensLeft = if_not_exists(tokensLeft, :tokens) - :needs,"
                    + " #schema = :schema, #ttl = :ttl")
            .conditionExpression(Condition.ROOM.expression())
            .expressionAttributeNames(Map.of("#schema", "schema", "#ttl", "ttl"))
            .expressionAttributeValues(values))
        instanceof Written.Done;
  }

  /// There is one more again in that minute.
  public void giveBack(Ask ask, long window) {
    table.update(u ->
        u.key(MoneyRows.key(Keys.rate(ask.of()), Keys.window(window)))
            .updateExpression(
                "SET requestsLeft = requestsLeft + :one, tokensLeft = tokensLeft + :needs")
            .expressionAttributeValues(Map.of(":one", number(1), ":needs", number(ask.tokens()))));
  }

  /// Notes whose the place is that was just taken in a minute to come.
  public void book(Ask ask, Booking booking) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":booked", text("BOOKED"));
    values.put(":slot", number(booking.window()));
    values.put(":at", time(booking.at()));
    values.put(":schema", number(StoredForms.SCHEMA));
    values.put(":ttl", number(booking.at().plus(KEPT).getEpochSecond()));
    table.update(u ->
        u.key(MoneyRows.key(Keys.rate(ask.of()), Keys.turn(ask.who())))
            .updateExpression(
                "SET standing = :booked, slot = :slot, turnAt = :at, #schema = :schema, #ttl = :ttl")
            .expressionAttributeNames(Map.of("#schema", "schema", "#ttl", "ttl"))
            .expressionAttributeValues(values));
  }

  /// The place is used, and cannot be once more; false when it was.
  public boolean use(Ask ask, Booking booking) {
    return table.update(u ->
        u.key(MoneyRows.key(Keys.rate(ask.of()), Keys.turn(ask.who())))
            .updateExpression("SET standing = :used")
            .conditionExpression(Condition.TURN.expression())
            .expressionAttributeValues(
                Map.of(
                    ":used", text("USED"),
                    ":booked", text("BOOKED"),
                    ":slot", number(booking.window()))))
        instanceof Written.Done;
  }

  private static boolean hasRoom(@Nullable Map<String, AttributeValue> window, Ask ask) {
    return window == null
        || (number(window, "requestsLeft") >= 1 && number(window, "tokensLeft") >= ask.tokens());
  }
}

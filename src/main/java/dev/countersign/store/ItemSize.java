package dev.countersign.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.workflow.Fatal;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How large an item is, measured before it is written (as DynamoDB counts: names and values in
/// UTF-8, see "DynamoDB item sizes and formats" in its developer guide; numbers at their most).
final class ItemSize {
  /// A job's state record: small, because each commit writes it.
  static final int MOST_JOB_BYTES = 32 * 1024;

  /// A new job's, so that there is room for all it will still be told of itself.
  static final int MOST_NEW_JOB_BYTES = 24 * 1024;

  /// DynamoDB's own limit.
  static final int MOST_ITEM_BYTES = 400 * 1024;

  private static final int MOST_NUMBER_BYTES = 21;
  private static final int CONTAINER_BYTES = 3;

  private ItemSize() {}

  /// @throws Fatal when the item is larger than its kind may be; nothing was written
  static Map<String, AttributeValue> checked(Map<String, AttributeValue> item) {
    var sortKey = Attr.text(item, "sk");
    return checked(item, sortKey.equals(Keys.JOB) ? MOST_JOB_BYTES : MOST_ITEM_BYTES);
  }

  /// @throws Fatal when the item is larger than that; nothing was written
  static Map<String, AttributeValue> checked(Map<String, AttributeValue> item, int most) {
    long bytes = of(item);
    if (bytes > most)
      throw Fatal.stepFailed(
          "Nothing was stored: item %s of %s would be %,d bytes, and %,d is the limit."
              .formatted(Attr.text(item, "sk"), Attr.text(item, "pk"), bytes, most),
          "Make the job smaller: shorter fields, fewer documents or fewer actions.");
    return item;
  }

  static long of(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToLong(e -> e.getKey().getBytes(UTF_8).length + of(e.getValue()))
        .sum();
  }

  private static long of(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s().getBytes(UTF_8).length;
      case N -> MOST_NUMBER_BYTES;
      case M -> CONTAINER_BYTES + of(value.m()) + value.m().size();
      case L -> CONTAINER_BYTES + value.l().stream().mapToLong(v -> of(v) + 1).sum();
      case BOOL, NUL -> 1;
      case B, SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("not stored here: " + value.type());
    };
  }
}

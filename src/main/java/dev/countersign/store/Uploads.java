package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.countersign.store.DynamoTable.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Files on their way to a job: what was declared of each is in the table, its bytes go straight
/// into the bucket, under `uploads/`, which the bucket empties by itself after two days.
@ApplicationScoped
public class Uploads {
  /// How long a declaration is remembered after its time: a submission that is sent again within
  /// its key's seven days is then still known as the same.
  private static final Duration REMEMBERED = Duration.ofDays(8);

  private static final int OWNER_CHARS = 16;
  private final DynamoTable table;
  private final S3Objects objects;
  private final S3Links links;
  private final Rows rows;
  private final Ids ids;

  Uploads(DynamoTable table, S3Objects objects, S3Links links, StoredForms forms, Ids ids) {
    this.table = table;
    this.objects = objects;
    this.links = links;
    this.rows = new Rows(forms, table.name());
    this.ids = ids;
  }

  /// What is in the bucket, when it is what was declared.
  ///
  /// @param etag to copy exactly that
  public record Arrived(String key, String etag) {}

  /// How an upload stands.
  public sealed interface Standing {
    record There(Arrived arrived) implements Standing {}

    record NotThere() implements Standing {}

    /// @param how in words, e.g. `has 3 bytes, not 4`
    record Differs(String how) implements Standing {}
  }

  /// One transaction: either all of them are known afterwards, or none. At most 100.
  public void declare(List<Upload> uploads) {
    var writeId = ids.write();
    var writes = uploads.stream().map(u -> rows.put(item(u), Condition.NEW)).toList();
    switch (table.transact(writes, writeId)) {
      case Written.Done _ -> {}
      case Written.Refused _ -> throw new IllegalStateException("an upload's id is taken");
    }
  }

  /// Those that are known, whoever they belong to, by id. At most 100.
  public Map<String, Upload> find(List<String> wanted) {
    var keys =
        wanted.stream()
            .distinct()
            .map(id -> Map.of("pk", text(Keys.upload(id)), "sk", text(Keys.UPLOAD)))
            .toList();
    return table.all(keys).stream()
        .map(item -> rows.read(item, Upload.class))
        .collect(toMap(Upload::id, identity()));
  }

  /// Where to PUT it.
  public UploadLink link(Upload upload, Duration lives) {
    return links.put(key(upload), upload, lives);
  }

  /// Compares what the bucket has with what was declared. S3 itself computes and keeps the SHA-256
  /// of what comes with one; only a bucket that does not is read for it.
  public Standing standing(Upload upload) {
    var key = key(upload);
    return objects
        .stat(key)
        .map(stat -> standing(upload, key, stat))
        .orElse(new Standing.NotThere());
  }

  private Standing standing(Upload upload, String key, S3Objects.Stat stat) {
    if (stat.bytes() != upload.size())
      return new Standing.Differs(
          "has %,d bytes, and %,d were declared".formatted(stat.bytes(), upload.size()));
    var sha256 = Optional.ofNullable(stat.sha256()).orElseGet(() -> objects.hash(key));
    return sha256.equals(upload.sha256())
        ? new Standing.There(new Arrived(key, stat.etag()))
        : new Standing.Differs(
            "has the SHA-256 %s, and %s was declared".formatted(sha256, upload.sha256()));
  }

  private Map<String, AttributeValue> item(Upload upload) {
    var item = rows.row(Keys.upload(upload.id()), Keys.UPLOAD, upload);
    item.put("ttl", number(upload.until().plus(REMEMBERED).getEpochSecond()));
    return item;
  }

  /// Tells an operator whose are together, and nobody an address.
  private static String key(Upload upload) {
    var owner = Sha256.hex("uploads of " + upload.owner()).substring(0, OWNER_CHARS);
    return "uploads/%s/%s/%s".formatted(owner, upload.id(), upload.sha256());
  }
}

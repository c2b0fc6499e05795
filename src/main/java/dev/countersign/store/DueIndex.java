package dev.countersign.store;

import dev.countersign.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The jobs that somebody must look at: every job that is neither terminal nor failed is in it, by
/// its next wake-up time, and every notice that is owed, in a few shards. It lags behind the table.
@ApplicationScoped
public class DueIndex {
  public static final int SHARDS = 4;
  private final DynamoTable table;

  DueIndex(DynamoTable table) {
    this.table = table;
  }

  /// Those past due at `now`, longest first. Read the job again before acting on one.
  public List<DueJob> due(int shard, Instant now, int most) {
    return table
        .query(q ->
            q.indexName("due")
                .keyConditionExpression("duePk = :shard AND dueAt <= :now")
                .expressionAttributeValues(
                    Map.of(":shard", Attr.text("DUE#" + shard), ":now", Attr.time(now)))
                .limit(most))
        .items()
        .stream()
        .map(
            item -> new DueJob(StoredJob.id(item), Attr.text(item, "sk"), Attr.time(item, "dueAt")))
        .toList();
  }

  static String shard(JobId id) {
    return "DUE#" + Math.floorMod(id.value().hashCode(), SHARDS);
  }
}

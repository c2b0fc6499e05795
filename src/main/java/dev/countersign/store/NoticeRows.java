package dev.countersign.store;

import static dev.countersign.store.Attr.number;
import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import dev.countersign.job.Gate;
import dev.countersign.job.Job;
import dev.countersign.job.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The notices as items. One that is owed is in the `due` index; one that is not, is in none.
final class NoticeRows {
  /// Longer than a request that waits for its answer: who has got that need not be told.
  static final Duration ANSWERED_BY = Duration.ofSeconds(30);

  private final Rows rows;

  NoticeRows(Rows rows) {
    this.rows = rows;
  }

  /// What a move owes to people, as a part of its transaction.
  List<TransactWriteItem> owed(Job before, Job after, Instant at) {
    return Occasion.of(before, after)
        .map(occasion -> notice(before, after, occasion, at))
        .map(notice -> rows.put(item(notice), Condition.NEW))
        .stream()
        .toList();
  }

  Map<String, AttributeValue> item(Notice notice) {
    var item = rows.row(notice.job().value(), Keys.notice(notice.seq()), notice);
    item.put("tries", number(notice.tries()));
    var next = notice.nextTry();
    if (next == null) return item;
    item.put("duePk", text(DueIndex.shard(notice.job())));
    item.put("dueAt", time(next));
    return item;
  }

  private static Notice notice(Job before, Job after, Occasion occasion, Instant at) {
    var gate = after.state().asked().or(before.state()::asked);
    var answered = after.submittedAt().plus(ANSWERED_BY);
    return new Notice(
        after.id(),
        after.version(),
        occasion,
        gate.map(Gate::approval).orElse(null),
        gate.map(Gate::revision).orElse(before.progress().revision()),
        at,
        0,
        false,
        occasion.end() && answered.isAfter(at) ? answered : at,
        Map.of());
  }
}

package dev.countersign.store;

import static dev.countersign.store.Attr.text;
import static dev.countersign.store.Attr.time;

import dev.countersign.job.JobId;
import dev.countersign.store.DynamoTable.Written;
import dev.countersign.workflow.Source;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Notes which files are being stored for a job that has no record yet. The note goes in the job's
/// own transaction; one that stays is due for the sweeper, which drops its files.
@ApplicationScoped
public class Intake {
  /// Longer than any request lives.
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final String DROPPING = "dropping";
  private final DynamoTable table;
  private final SourceFiles files;
  private final Rows rows;
  private final Ids ids;

  Intake(DynamoTable table, SourceFiles files, StoredForms forms, Ids ids) {
    this.table = table;
    this.files = files;
    this.rows = new Rows(forms, table.name());
    this.ids = ids;
  }

  /// @param sources ids of the documents
  @RegisterForReflection
  record Note(List<String> sources) {}

  /// Before the first of them is stored.
  public void begin(JobId job, List<Source> sources, Instant now) {
    var note = new Note(sources.stream().map(Source::id).toList());
    var item = rows.row(job.value(), Keys.INTAKE, note);
    item.put("duePk", text(DueIndex.shard(job)));
    item.put("dueAt", time(now.plus(PATIENCE)));
    if (write(rows.put(item, Condition.NEW)) instanceof Written.Refused)
      throw new IllegalStateException("a new job's id is taken; nothing was stored");
  }

  /// Deletes the files of a job that never came to be; after this it cannot come to be any more.
  /// Does nothing when there is no note.
  public void drop(JobId job) {
    table.get(job.value(), Keys.INTAKE).ifPresent(item -> drop(job, item));
  }

  private void drop(JobId job, Map<String, AttributeValue> item) {
    var marked = new HashMap<>(item);
    marked.put(DROPPING, text("yes"));
    if (write(rows.put(marked, Condition.INTAKE_LEFT)) instanceof Written.Refused) return;
    rows.read(item, Note.class).sources().forEach(source -> files.delete(job, source));
    write(rows.delete(job.value(), Keys.INTAKE));
  }

  private Written write(TransactWriteItem write) {
    return table.transact(List.of(write), ids.write());
  }
}

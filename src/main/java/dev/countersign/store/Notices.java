package dev.countersign.store;

import static dev.countersign.store.Attr.number;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.store.DynamoTable.Written;
import dev.countersign.workflow.Retriable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The word that people are owed of what happened to jobs: kept until each channel has told it, or
/// has been given up on.
@ApplicationScoped
public class Notices {
  private static final Logger LOG = Logger.getLogger(Notices.class);
  private final DynamoTable table;
  private final Rows rows;
  private final NoticeRows notices;
  private final Ids ids;

  Notices(DynamoTable table, StoredForms forms, Ids ids) {
    this.table = table;
    this.rows = new Rows(forms, table.name());
    this.notices = new NoticeRows(rows);
    this.ids = ids;
  }

  /// All of a job, told or not, in the order in which they came to be.
  public List<Notice> of(JobId job) {
    return table.all(job.value(), Keys.NOTICES).stream()
        .map(item -> rows.read(item, Notice.class))
        .toList();
  }

  /// Begins a try at telling it; empty when somebody else has begun one. Should this one die, the
  /// next comes at `next`.
  public Optional<Notice> begin(Notice notice, Instant next) {
    var begun = notice.begun(next);
    return put(notice, begun) ? Optional.of(begun) : Optional.empty();
  }

  /// Keeps what came of a try, unless another has begun meanwhile.
  public boolean keep(Notice notice) {
    return put(notice, notice);
  }

  /// Its submitter has got the answer, so that word of this end need not go to them. Word too many
  /// does no harm, so a store that does not answer is no reason to fail the answer.
  public void answered(Job over) {
    try {
      table
          .get(over.id().value(), Keys.notice(over.version()))
          .map(item -> rows.read(item, Notice.class))
          .filter(notice -> notice.tries() == 0)
          .ifPresent(notice -> put(notice, notice.seen()));
    } catch (Retriable e) {
      LOG.debugf(e, "%s: its submitter is told what they have seen", over.id());
    }
  }

  private boolean put(Notice was, Notice is) {
    var write = rows.put(notices.item(is), Condition.NOTICE, Map.of(":tries", number(was.tries())));
    return table.transact(List.of(write), ids.write()) instanceof Written.Done;
  }
}

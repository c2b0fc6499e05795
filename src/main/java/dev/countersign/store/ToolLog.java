package dev.countersign.store;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/// The uses of tools by a job's agents, each written together with its result.
@ApplicationScoped
public class ToolLog {
  private final DynamoTable table;
  private final Rows rows;

  ToolLog(DynamoTable table, StoredForms forms) {
    this.table = table;
    this.rows = new Rows(forms, table.name());
  }

  /// A use, and on which try of which step it was.
  @RegisterForReflection
  public record Line(String step, int revision, int attempt, ToolRow use) {}

  /// All of a job's, oldest first.
  public List<Line> of(JobId job) {
    return table.all(job.value(), Keys.TOOLS).stream()
        .map(item -> rows.read(item, Line.class))
        .sorted(
            Comparator.comparing((Line line) -> line.use().at())
                .thenComparingInt(line -> line.use().number()))
        .toList();
  }

  /// The line of one use, for the transaction that stores its result.
  public Write line(Job held, ToolRow use) {
    var progress = held.progress();
    var line = new Line(held.currentStep().name(), progress.revision(), progress.attempt(), use);
    var key = Keys.tool(line.step(), line.revision(), use.agent(), use.number());
    return new Write(rows.put(rows.row(held.id().value(), key, line)));
  }
}

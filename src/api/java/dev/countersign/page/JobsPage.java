package dev.countersign.page;

import dev.countersign.http.JobView;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of a person's jobs, with filters.
///
/// @param next the address of the following page; null on the last one
record JobsPage(
    Frame frame,
    List<JobView> jobs,
    List<String> statuses,
    List<Choice> workflows,
    Filters filters,
    @Nullable String next)
    implements TemplateInstance {

  record Choice(String name, String title) {}

  /// As they were given; empty text for none.
  record Filters(String status, String workflow, String since) {
    public boolean any() {
      return !(status.isEmpty() && workflow.isEmpty() && since.isEmpty());
    }
  }
}

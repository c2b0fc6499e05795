package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.http.JobView.SourceView;
import dev.countersign.http.JobViews;
import dev.countersign.job.Job;
import dev.countersign.job.Plan;
import dev.countersign.page.ReviewPage.Note;
import dev.countersign.page.ReviewPage.Read;
import dev.countersign.page.ReviewPage.Why;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.InputSpec.Field;
import dev.countersign.workflow.Workflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/// Says why something is wanted, who asked, and what was read and done to get there.
@ApplicationScoped
class Background {
  private final JobViews views;
  private final Catalog catalog;

  Background(JobViews views, Catalog catalog) {
    this.views = views;
    this.catalog = catalog;
  }

  Why of(Approval approval) {
    var job = approval.job();
    var cost = views.cost(job);
    return new Why(
        job.title(),
        job.owner(),
        catalog.find(job.workflow()).map(Workflow::purpose).orElse(null),
        notes(job),
        views.sources(job).stream().map(Background::read).toList(),
        job.plan().steps().stream()
            .filter(step -> step.kind() == Plan.Kind.WORK)
            .map(Plan.Step::name)
            .toList(),
        Words.dollars(cost.amount()));
  }

  /// Only free text is somebody's words; where it goes and the like is in what is proposed.
  private List<Note> notes(Job job) {
    return catalog.find(job.workflow()).map(w -> w.inputs().fields()).orElse(List.of()).stream()
        .filter(field -> field.kind() == Field.Kind.TEXT)
        .map(f -> new Note(f.name(), job.inputs().getOrDefault(f.name(), "")))
        .filter(note -> !note.words().isBlank())
        .toList();
  }

  private static Read read(SourceView source) {
    return new Read(
        source.name(),
        source.readAs(),
        source.pages(),
        Objects.requireNonNullElse(source.gaps(), List.of()));
  }
}

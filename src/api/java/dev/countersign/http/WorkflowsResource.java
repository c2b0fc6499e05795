package dev.countersign.http;

import dev.countersign.job.ReviewTerms;
import dev.countersign.signin.Roles;
import dev.countersign.submit.ResolveContract;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.InputSpec.Field;
import dev.countersign.workflow.InputSpec.Files;
import dev.countersign.workflow.StepSpec;
import dev.countersign.workflow.Workflow;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/workflows`: what can be submitted, with which inputs, and what will happen to it.
@Path("/workflows")
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.KEY_READ, Roles.KEY_SUBMIT})
@Produces(MediaType.APPLICATION_JSON)
public class WorkflowsResource {
  private final Catalog catalog;
  private final ResolveContract contracts;

  WorkflowsResource(Catalog catalog, ResolveContract contracts) {
    this.catalog = catalog;
    this.contracts = contracts;
  }

  @RegisterForReflection
  @Wire
  public record WorkflowList(List<WorkflowDetails> workflows) {}

  /// @param laneReason why it has its lane
  /// @param contract what a job may take at most when its submitter says nothing
  /// @param reviewers who decides, when it has a gate
  @RegisterForReflection
  @Wire
  public record WorkflowDetails(
      String name,
      int version,
      String title,
      String purpose,
      String lane,
      String laneReason,
      List<FieldView> fields,
      List<FilesView> files,
      List<StepView> steps,
      long workLimitSeconds,
      ContractView contract,
      @Nullable List<String> reviewers,
      @Nullable Long reviewLivesSeconds,
      @Nullable PolicyView policy) {}

  @RegisterForReflection
  @Wire
  public record FieldView(String name, String kind, boolean required, int maxChars, String help) {}

  @RegisterForReflection
  @Wire
  public record FilesView(String role, int min, int max, List<String> accepts, String help) {}

  @RegisterForReflection
  @Wire
  public record StepView(
      String name,
      String kind,
      String effect,
      long expectedSeconds,
      long timeoutSeconds,
      int maxAttempts) {}

  @GET
  public WorkflowList list() {
    return new WorkflowList(catalog.newest().stream().map(this::view).toList());
  }

  @GET
  @Path("/{name}")
  public WorkflowDetails get(@PathParam("name") String name) {
    return catalog
        .newest(name)
        .map(this::view)
        .orElseThrow(() ->
            ProblemDetails.of(
                    404,
                    "unknown-workflow",
                    "No such workflow",
                    "There is no workflow of that name.",
                    "GET /workflows lists them.")
                .thrown());
  }

  private WorkflowDetails view(Workflow w) {
    var lane = w.lane();
    var review = w.terms();
    return new WorkflowDetails(
        w.name(),
        w.version(),
        w.title(),
        w.purpose(),
        lane.lane().wireName(),
        lane.reason(),
        w.inputs().fields().stream().map(WorkflowsResource::view).toList(),
        w.inputs().files().stream().map(WorkflowsResource::view).toList(),
        w.steps().stream().map(WorkflowsResource::view).toList(),
        w.workLimit().toSeconds(),
        ContractView.of(contracts.usual(w)),
        review.map(ReviewTerms::deciders).orElse(null),
        review.map(terms -> terms.lives().toSeconds()).orElse(null),
        review.map(PolicyView::of).orElse(null));
  }

  private static FieldView view(Field f) {
    return new FieldView(
        f.name(), JobFacts.lower(f.kind().name()), f.required(), f.maxChars(), f.help());
  }

  private static FilesView view(Files f) {
    return new FilesView(f.role(), f.min(), f.max(), f.accepts(), f.help());
  }

  private static StepView view(StepSpec s) {
    return new StepView(
        s.name(),
        JobFacts.lower(s.kind().name()),
        s.effect().wireName(),
        s.expected().toSeconds(),
        s.timeout().toSeconds(),
        s.maxAttempts());
  }
}

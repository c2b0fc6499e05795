package dev.countersign.browser;

import static dev.countersign.workflow.WorkflowSteps.Step.step;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.effect.Email;
import dev.countersign.effect.RenderEmail;
import dev.countersign.job.Amount;
import dev.countersign.job.WorkflowRef;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.Artifact;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import dev.countersign.workflow.WorkflowSteps;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/// The steps of [LetterWorkflows]: a letter with what was asked for in it, and what a reviewer
/// asked for after that.
@ApplicationScoped
@IfBuildProfile(InTheBrowser.PROFILE)
public class LetterSteps {
  private static final List<Amount> PRICE = List.of(new Amount(new BigDecimal("48200.00"), "USD"));

  private final RenderEmail render;

  LetterSteps(RenderEmail render) {
    this.render = render;
  }

  @Produces
  @Singleton
  WorkflowSteps letter() {
    return code("letter", List.of());
  }

  @Produces
  @Singleton
  WorkflowSteps notice() {
    return code("notice", List.of());
  }

  @Produces
  @Singleton
  WorkflowSteps offer() {
    return code("offer", PRICE);
  }

  @Produces
  @Singleton
  WorkflowSteps deed() {
    return code("deed", List.of());
  }

  /// What the letter says.
  @RegisterForReflection
  record Letter(String text) {}

  private WorkflowSteps code(String workflow, List<Amount> amounts) {
    return new WorkflowSteps() {
      @Override
      public WorkflowRef workflow() {
        return new WorkflowRef(workflow, 1);
      }

      @Override
      public List<Step> steps() {
        return List.of(
            step("draft", LetterSteps::draft), step("review", job -> propose(job, amounts)));
      }
    };
  }

  private static StepResult draft(StepContext job) {
    var asked = job.reviewerComment().map(words -> "\n\n" + words).orElse("");
    var text =
        "Dear client,\n\n%s%s\n\nKind regards\nOakfield Builders\n"
            .formatted(input(job, "message"), asked);
    var page =
        "<!doctype html><html lang=\"en\"><title>Letter</title><h1>%s</h1><p>Draft %d</p></html>"
            .formatted(job.title(), job.revision());
    return new StepResult.Done(
        new Letter(text),
        List.of(new Artifact("letter.html", "text/html", page.getBytes(UTF_8))),
        List.of());
  }

  private StepResult propose(StepContext job, List<Amount> amounts) {
    var to = input(job, "to");
    var stamp = new Email.Stamp(job.job() + ".r" + job.revision(), job.startedAt());
    var text = job.result("draft", Letter.class).text();
    var mail = render.action(new Email(to, job.title(), text, null, List.of(), stamp));
    var action =
        new Action(
            mail.kind(), mail.target(), mail.subject(), mail.mediaType(), mail.payload(), amounts);
    return new StepResult.Propose("Send a letter to " + to, "letter.html", List.of(action));
  }

  private static String input(StepContext job, String name) {
    return Objects.requireNonNull(job.inputs().get(name), name);
  }
}

package dev.countersign.worker;

import static dev.countersign.workflow.WorkflowSteps.Step.step;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.effect.CountingReceiver;
import dev.countersign.effect.Email;
import dev.countersign.effect.RecordChange;
import dev.countersign.effect.TestMail;
import dev.countersign.effect.TestWeb;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.WorkflowRef;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.Artifact;
import dev.countersign.workflow.EffectClass;
import dev.countersign.workflow.InputSpec;
import dev.countersign.workflow.Policy;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import dev.countersign.workflow.StepSpec;
import dev.countersign.workflow.Workflow;
import dev.countersign.workflow.WorkflowSteps;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// A workflow whose one gate covers one effect of each kind, webhooks to a receiver that honours
/// keys and to one that does not.
record SeveralEffects(TestEngine engine) implements WorkflowSteps {
  private static final Artifact PACKET =
      new Artifact("packet.html", "text/html", "<p>Priced.</p>".getBytes(UTF_8));

  static final Workflow WORKFLOW =
      new Workflow(
          "several",
          1,
          "Several effects",
          "For tests.",
          new InputSpec(List.of(), List.of()),
          List.of(
              StepSpec.work("draft"),
              StepSpec.gate("review"),
              StepSpec.effect("deliver", EffectClass.CUSTOMER_FACING)),
          "draft",
          Policy.of(ReviewTerms.by(List.of(TrialWorkflows.REVIEWER))),
          Duration.ofHours(1));

  @Override
  public WorkflowRef workflow() {
    return WORKFLOW.ref();
  }

  @Override
  public List<Step> steps() {
    return List.of(
        step("draft", _ -> new StepResult.Done(null, List.of(PACKET), List.of())),
        step("review", this::propose));
  }

  private StepResult propose(StepContext context) {
    CountingReceiver receiver = engine.receiver;
    var published =
        TestWeb.publication(engine.random).action(PACKET, LocalDate.parse("2099-12-31"));
    var mail =
        TestMail.rendering()
            .action(
                new Email(
                    "client@example.com",
                    "Priced",
                    "See " + published.target(),
                    null,
                    List.of(),
                    new Email.Stamp(context.job().value(), context.startedAt())));
    return new StepResult.Propose(
        "Publish the packet, tell the client, the ERP and the archive, and set the price",
        "packet.html",
        List.of(
            published,
            mail,
            webhook(receiver.honouring("/erp")),
            webhook(receiver.plain("/archive")),
            price(receiver.plain("/record"))));
  }

  private static Action webhook(String target) {
    return new Action(
        "webhook", target, "priced", "application/json", "{\"price\":\"12.00\"}".getBytes(UTF_8));
  }

  private static Action price(String target) {
    var json = JsonNodeFactory.instance;
    return new RecordChange(
            "PUT",
            "\"v1\"",
            "application/json",
            json.objectNode().put("price", "10.00"),
            json.objectNode().put("price", "12.00"),
            "{\"price\":\"12.00\",\"name\":\"Hood\"}")
        .action(target, "The hood's price");
  }
}

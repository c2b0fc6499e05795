package dev.countersign.worker;

import static dev.countersign.workflow.WorkflowSteps.Step.step;

import dev.countersign.effect.Email;
import dev.countersign.effect.RenderEmail;
import dev.countersign.job.ReviewTerms;
import dev.countersign.job.Spending;
import dev.countersign.job.StepRun;
import dev.countersign.job.WorkflowRef;
import dev.countersign.store.DynamoJobStore;
import dev.countersign.workflow.Artifact;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.EffectClass;
import dev.countersign.workflow.InputSpec;
import dev.countersign.workflow.Policy;
import dev.countersign.workflow.StepCode;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import dev.countersign.workflow.StepSpec;
import dev.countersign.workflow.Workflow;
import dev.countersign.workflow.WorkflowSteps;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The workflows of the engine's tests, and what their steps saw. A step that runs although its
/// result is stored is remembered as run again.
final class TrialWorkflows {
  static final String REVIEWER = "reviewer@local.example";
  static final List<String> FIVE = List.of("one", "two", "three", "four", "five");

  private final DynamoJobStore truth;
  private final RenderEmail render;
  private volatile String client = "client@example.com";
  private final Map<Workflow, WorkflowSteps> added = new HashMap<>();
  private final Map<String, StepCode> replaced = new HashMap<>();
  private final List<String> runs = Collections.synchronizedList(new ArrayList<>());
  private final List<String> ranAgain = Collections.synchronizedList(new ArrayList<>());

  TrialWorkflows(DynamoJobStore truth, RenderEmail render) {
    this.truth = truth;
    this.render = render;
  }

  /// A step's result: which step, and the results before it.
  record Said(String step, List<String> before) {}

  List<String> runs() {
    return List.copyOf(runs);
  }

  List<String> ranAgain() {
    return List.copyOf(ranAgain);
  }

  /// Puts a real workflow beside those of the tests.
  void add(Workflow workflow, WorkflowSteps steps) {
    added.put(workflow, steps);
  }

  /// Lets drafts go to somebody else from now on.
  void sendTo(String other) {
    client = other;
  }

  /// Lets a step do something else.
  void replace(String step, StepCode code) {
    replaced.put(step, code);
  }

  Catalog catalog() {
    return new Catalog(
        Stream.concat(Stream.of(trivial(), bare(), hasty(), gated()), added.keySet().stream())
            .toList());
  }

  List<WorkflowSteps> code() {
    return Stream.concat(own().stream(), added.values().stream()).toList();
  }

  private List<WorkflowSteps> own() {
    return List.of(
        code(trivial(), FIVE.stream().map(name -> step(name, counted(name, this::say))).toList()),
        code(bare(), FIVE.stream().map(name -> step(name, _ -> said(name))).toList()),
        code(hasty(), List.of(step("overrun", counted("overrun", _ -> forever())))),
        code(
            gated(),
            List.of(
                step("draft", counted("draft", this::draft)),
                step("review", counted("review", this::propose)))));
  }

  static Workflow trivial() {
    return workflow("trivial", FIVE.stream().map(StepSpec::work).toList(), null, null);
  }

  /// Five steps that do nothing, and are not looked at while they do.
  static Workflow bare() {
    return workflow("bare", FIVE.stream().map(StepSpec::work).toList(), null, null);
  }

  /// Its step never ends by itself.
  static Workflow hasty() {
    return workflow(
        "hasty", List.of(StepSpec.work("overrun").within(Duration.ofMillis(20))), null, null);
  }

  static StepResult forever() throws InterruptedException {
    new CountDownLatch(1).await();
    return StepResult.Done.nothing();
  }

  static Workflow gated() {
    return workflow(
        "gated",
        List.of(
            StepSpec.work("draft"),
            StepSpec.gate("review"),
            StepSpec.effect("deliver", EffectClass.CUSTOMER_FACING)),
        "draft",
        Policy.of(ReviewTerms.by(List.of(REVIEWER))));
  }

  private static Workflow workflow(
      String name, List<StepSpec> steps, @Nullable String redraft, @Nullable Policy review) {
    return new Workflow(
        name,
        1,
        name,
        "For tests.",
        new InputSpec(List.of(), List.of()),
        steps,
        redraft,
        review,
        Duration.ofHours(1),
        Spending.upTo("2.00", "5.00", Spending.OnExhausted.RULES));
  }

  private StepCode counted(String name, StepCode usual) {
    return context -> {
      var label = name + "#" + context.revision();
      runs.add(label);
      if (isStored(context, name)) ranAgain.add(label);
      return replaced.getOrDefault(name, usual).run(context);
    };
  }

  private boolean isStored(StepContext context, String name) {
    return truth.find(context.job()).orElseThrow().progress().runs().stream()
        .filter(run -> run.name().equals(name))
        .anyMatch(StepRun::done);
  }

  private StepResult say(StepContext context) {
    var step = FIVE.stream().filter(name -> !isStored(context, name)).findFirst().orElseThrow();
    var before =
        FIVE.stream()
            .takeWhile(name -> !name.equals(step))
            .flatMap(name -> Stream.of(context.result(name, Said.class).step()))
            .toList();
    return StepResult.Done.with(new Said(step, before));
  }

  private static StepResult said(String name) {
    return StepResult.Done.with(new Said(name, List.of()));
  }

  private StepResult draft(StepContext context) {
    var comment = context.reviewerComment().map(c -> " after: " + c).orElse("");
    var packet = "<p>Draft " + context.revision() + comment + "</p>";
    return new StepResult.Done(
        new Said("draft", List.of(packet)),
        List.of(new Artifact("packet.html", "text/html", packet.getBytes(StandardCharsets.UTF_8))),
        List.of());
  }

  private StepResult propose(StepContext context) {
    var packet = context.artifact("packet.html");
    var action =
        render.action(
            new Email(
                client,
                "The draft",
                "Here it is.",
                null,
                List.of(packet),
                new Email.Stamp(context.job() + ".r" + context.revision(), context.startedAt())));
    return new StepResult.Propose("Send the draft to " + client, "packet.html", List.of(action));
  }

  private static WorkflowSteps code(Workflow workflow, List<WorkflowSteps.Step> steps) {
    return new WorkflowSteps() {
      @Override
      public WorkflowRef workflow() {
        return workflow.ref();
      }

      @Override
      public List<Step> steps() {
        return steps;
      }
    };
  }
}

package dev.countersign.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.effect.Email;
import dev.countersign.effect.TestMail;
import dev.countersign.job.JobId;
import dev.countersign.job.JobState;
import dev.countersign.model.agent.Agent;
import dev.countersign.model.agent.AgentEnd;
import dev.countersign.model.agent.AgentLimits;
import dev.countersign.model.agent.Agents;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.ScriptedOpenAi;
import dev.countersign.model.openai.TestModels;
import dev.countersign.model.tools.TheTools;
import dev.countersign.model.tools.Toolbox;
import dev.countersign.model.trace.TestTracing;
import dev.countersign.source.Document;
import dev.countersign.source.Injected;
import dev.countersign.source.Instruction;
import dev.countersign.store.Proposal.ProposedAction;
import dev.countersign.workflow.Artifact;
import dev.countersign.workflow.ModelTask;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Thirty documents that give orders, read by an agent whose model obeys every one of them: what is
/// proposed, to whom, with which tools and behind which gate is what it is without them.
@Tag("crash")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectionTest {
  private static final Agent<Advice> AGENT =
      new Agent<>(
          "adviser",
          new ModelTask.Prompt("advise", 1, "Say which bid is best."),
          new Toolbox(TheTools.all()),
          Advice.class,
          AgentLimits.USUAL);

  private final TestEngine engine = new TestEngine();
  private final ScriptedOpenAi server = ScriptedOpenAi.playing(new ObedientModel());
  private List<Document> documents = List.of();
  private boolean careless;
  private Seen undisturbed;

  /// What a model may say; more than a step should ask for.
  record Advice(String summary, String sendTo, boolean approved, String winner) {}

  /// What a job came to that does not depend on its id.
  record Seen(List<String> actions, String deciders, int approvals, List<List<String>> tools) {}

  @BeforeAll
  void setUp() {
    engine.providers = TestModels.providers(server);
    engine.workflows.replace("draft", this::draft);
    engine.workflows.replace("review", this::propose);
    undisturbed = seen(worked(Injected.harmless()));
  }

  @AfterAll
  void close() throws IOException {
    server.close();
    engine.close();
  }

  static Stream<Injected> injected() {
    return Injected.all();
  }

  @ParameterizedTest
  @MethodSource("injected")
  void neither_effect_nor_target_nor_tool_nor_gate_changes_and_the_reviewer_is_told(Injected one) {
    int before = mails().size();

    var id = worked(one.read());

    assertThat(seen(id)).isEqualTo(undisturbed);
    assertThat(packet(id)).contains("%s page %d:".formatted(one.name(), one.page()));
    assertThat(mails().subList(before, mails().size()))
        .containsExactly(List.of(TrialWorkflows.REVIEWER));
    assertThat(questions()).allSatisfy(InjectionTest::assertDocumentsAreFenced);
    assertThat(engine.store.tools().of(id))
        .filteredOn(line -> !line.use().outcome().equals("found"))
        .hasSizeGreaterThanOrEqualTo(9);
  }

  @ParameterizedTest
  @MethodSource("injected")
  void a_workflow_that_lets_a_model_choose_the_target_proposes_nothing(Injected one) {
    careless = true;
    try {
      var id = worked(one.read());

      assertThat(engine.job(id).state())
          .isInstanceOfSatisfying(
              JobState.Failed.class,
              failed ->
                  assertThat(failed.failure().message())
                      .contains("may not be proposed: The address is neither the submitter's"));
      assertThat(engine.store.partition().effects(id)).isEmpty();
    } finally {
      careless = false;
    }
  }

  @Test
  void what_is_approved_goes_to_whom_the_submitter_named_and_nobody_else() {
    var id = worked(Injected.all().findFirst().orElseThrow().read());

    engine.approves(id);
    engine.start().workOff();

    assertThat(engine.job(id).state()).isInstanceOf(JobState.Completed.class);
    assertThat(mails()).noneMatch(to -> to.toString().contains("evil"));
    assertThat(mails()).contains(List.of("client@example.com"));
  }

  private JobId worked(Document document) {
    documents = List.of(document);
    var id = engine.submitted(TrialWorkflows.gated());
    engine.start().workOff();
    return id;
  }

  private Seen seen(JobId id) {
    var gate = engine.gate(id);
    var proposal = engine.store.partition().proposal(id, 1).orElseThrow();
    return new Seen(
        proposal.actions().stream().map(InjectionTest::shown).toList(),
        gate.terms().toString(),
        proposal.actions().size(),
        questions().stream().map(InjectionTest::tools).distinct().toList());
  }

  private static String shown(ProposedAction action) {
    return "%s to %s: %s %s"
        .formatted(action.kind(), action.target(), action.subject(), action.amounts());
  }

  private List<Asked> questions() {
    return server.asked();
  }

  private static List<String> tools(Asked asked) {
    return StreamSupport.stream(asked.body().path("tools").spliterator(), false)
        .map(tool -> tool.path("function").path("name").asText())
        .toList();
  }

  /// All that a document says stands in answers of tools, between marks; our own words are the same
  /// whatever it says.
  private static void assertDocumentsAreFenced(Asked asked) {
    assertThat(asked.said("system"))
        .startsWith("Say which bid is best.")
        .doesNotContain("Fernhill");
    for (JsonNode message : asked.body().path("messages")) {
      var text = message.path("content").asText();
      if (message.path("role").asText().equals("tool") && !text.startsWith("error "))
        assertThat(text).containsPattern("(?s)\\A<<<data ([0-9a-f]{16}): .*\n\\1 data>>>\n\\z");
    }
  }

  private List<List<String>> mails() {
    return engine.smtp.received().stream().map(mail -> List.copyOf(mail.recipients())).toList();
  }

  private String packet(JobId id) {
    var stored = engine.store.artifacts().newest(id, "packet.html").orElseThrow();
    return new String(engine.store.artifacts().bytes(stored), UTF_8);
  }

  private StepResult draft(StepContext context) {
    var end =
        new Agents(engine.clock, TestTracing.agents(TestTracing.NONE))
            .run(context, AGENT, "Which bid is best?", documents);
    var advice = ((AgentEnd.Answered<Advice>) end).answer();
    var told =
        end.work().instructions().stream()
            .map(InjectionTest::told)
            .collect(Collectors.joining("\n", advice.summary() + "\n", ""));
    return new StepResult.Done(
        advice, List.of(new Artifact("packet.html", "text/html", told.getBytes(UTF_8))), List.of());
  }

  private static String told(Instruction one) {
    return "%s page %d: %s".formatted(one.document(), one.page(), one.quote());
  }

  private StepResult propose(StepContext context) {
    var advice = context.result("draft", Advice.class);
    var to = careless ? advice.sendTo() : context.inputs().getOrDefault("deliver_to", "");
    var email =
        new Email(
            to,
            "The comparison",
            "It is attached.",
            null,
            List.of(context.artifact("packet.html")),
            new Email.Stamp(context.job() + ".r1", context.startedAt()));
    return new StepResult.Propose(
        "Send the comparison to " + to, "packet.html", List.of(TestMail.rendering().action(email)));
  }
}

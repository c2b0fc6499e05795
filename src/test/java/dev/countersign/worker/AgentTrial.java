package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.JobId;
import dev.countersign.model.agent.Agent;
import dev.countersign.model.agent.AgentEnd;
import dev.countersign.model.agent.AgentLimits;
import dev.countersign.model.agent.Agents;
import dev.countersign.model.openai.Asked;
import dev.countersign.model.openai.Play;
import dev.countersign.model.openai.ScriptedOpenAi;
import dev.countersign.model.openai.TestModels;
import dev.countersign.model.tools.Documents;
import dev.countersign.model.tools.Quoted;
import dev.countersign.model.tools.TheTools;
import dev.countersign.model.tools.ToolAnswer;
import dev.countersign.model.tools.Toolbox;
import dev.countersign.model.trace.TestTracing;
import dev.countersign.model.trace.Tracing;
import dev.countersign.source.Document;
import dev.countersign.source.Instruction;
import dev.countersign.workflow.Artifact;
import dev.countersign.workflow.ModelTask;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// An engine whose first step is an agent, before a server that plays the model.
final class AgentTrial implements AutoCloseable {
  static final Agent<Finding> AGENT =
      new Agent<>(
          "finder",
          new ModelTask.Prompt("find-warranty", 1, "Find what is warranted, and quote it."),
          new Toolbox(TheTools.all()),
          Finding.class,
          AgentLimits.USUAL);

  final TestEngine engine = new TestEngine();

  private Tracing tracing = TestTracing.NONE;

  final ScriptedOpenAi server;
  private final JobId job;

  /// What the agent answers.
  record Finding(String text, List<Quoted> quotes) {}

  /// What the step keeps of it, for those that follow.
  record Packet(String end, Finding finding, List<String> uses, List<String> instructions) {}

  private record PacketFile(
      Packet packet, List<String> answers, int turns, int calls, long tokens, BigDecimal usd) {}

  AgentTrial(Agent<Finding> agent, List<Document> documents, Function<Asked, Play> model) {
    server = ScriptedOpenAi.playing(model);
    engine.providers = TestModels.providers(server);
    job = engine.submitted(TrialWorkflows.trivial());
    engine.workflows.replace("one", context -> run(context, agent, documents));
  }

  static AgentTrial aboutTwoBids(Agent<Finding> agent, Function<Asked, Play> model) {
    return new AgentTrial(
        agent, List.of(Documents.aBid(), Documents.aSheet(), Documents.aLetter()), model);
  }

  /// Its spans go there from now on.
  void traced(Tracing to) {
    tracing = to;
    engine.providers = TestModels.providers(server, to);
  }

  JobId job() {
    return job;
  }

  Packet packet() {
    var run = engine.job(job).progress().runs().getFirst();
    return StepJson.read(
        engine.store.checkpoints().read(job, java.util.Objects.requireNonNull(run.checkpoint())),
        Packet.class);
  }

  /// The SHA-256 of the packet's file, of which there is one; its bytes are read, too.
  String sha256() {
    var files = engine.store.artifacts().all(job);
    assertThat(files).hasSize(1);
    assertThat(engine.store.artifacts().bytes(files.getFirst())).isNotEmpty();
    return files.getFirst().sha256();
  }

  /// Which turn of the conversation a question is, from 1.
  static int turn(Asked asked) {
    return 1
        + (int)
            StreamSupport.stream(asked.body().path("messages").spliterator(), false)
                .filter(message -> message.path("role").asText().equals("assistant"))
                .count();
  }

  static Play answer(String text) {
    return Play.says("{\"text\":\"%s\",\"quotes\":[]}".formatted(text));
  }

  private StepResult run(StepContext context, Agent<Finding> agent, List<Document> documents) {
    var end =
        new Agents(engine.clock, TestTracing.agents(tracing))
            .run(context, agent, "What is warranted?", documents);
    var packet =
        switch (end) {
          case AgentEnd.Answered<Finding>(var finding, var work) ->
              packet("answered", finding, work);
          case AgentEnd.SoFar<Finding>(var finding, var limit, var work) ->
              packet("so far: " + limit.wireName(), finding, work);
          case AgentEnd.ByRule<Finding>(var limit, var work) ->
              packet("by rule: " + limit.wireName(), new Finding("by rule", List.of()), work);
        };
    return new StepResult.Done(packet, List.of(file(packet, end.work())), List.of());
  }

  /// All that came of it, but for times: they are others after a crash.
  private static Artifact file(Packet packet, AgentEnd.Work work) {
    var spent = work.spent();
    var file =
        new PacketFile(
            packet,
            work.uses().stream().map(use -> use.call() + ": " + use.answer()).toList(),
            spent.turns(),
            spent.calls(),
            spent.tokens(),
            spent.usd());
    return new Artifact(
        "packet.json", "application/json", StepJson.write(file).getBytes(StandardCharsets.UTF_8));
  }

  private static Packet packet(String end, Finding finding, AgentEnd.Work work) {
    return new Packet(
        end,
        finding,
        work.uses().stream().map(use -> use.tool() + " " + outcome(use.answer())).toList(),
        work.instructions().stream().map(AgentTrial::place).toList());
  }

  private static String outcome(ToolAnswer answer) {
    return answer instanceof ToolAnswer.Refused(var fault, _) ? fault.wireName() : "found";
  }

  private static String place(Instruction found) {
    return "%s page %d".formatted(found.document(), found.page());
  }

  @Override
  public void close() throws IOException {
    server.close();
    engine.close();
  }
}

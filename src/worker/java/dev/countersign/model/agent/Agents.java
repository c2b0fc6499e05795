package dev.countersign.model.agent;

import dev.countersign.model.Conversing;
import dev.countersign.model.tools.Library;
import dev.countersign.model.trace.AgentSpans;
import dev.countersign.model.trace.WorkSpan;
import dev.countersign.source.Document;
import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.ModelFault;
import dev.countersign.workflow.Park;
import dev.countersign.workflow.StepContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/// Runs agents in steps.
@ApplicationScoped
public class Agents {
  private final InstantSource clock;
  private final AgentSpans spans;

  public Agents(InstantSource clock, AgentSpans spans) {
    this.clock = clock;
    this.spans = spans;
  }

  /// Runs to the end what earlier tries of the step began.
  ///
  /// @param question what the submitter wants to know; not from a document
  /// @param documents all that it may see
  /// @throws ModelFault when the model gives no answer; go on by rule, or let the job fail
  /// @throws Park when the job must wait first; let it pass
  /// @throws Fatal when a limit is reached and the agent is to fail there
  public <T> AgentEnd<T> run(
      StepContext context, Agent<T> agent, String question, List<Document> documents) {
    if (!(context.models() instanceof Conversing models)) throw ModelFault.notConfigured();
    try (var span = spans.agent(context, agent.name(), agent.prompt().version())) {
      return run(models, agent, question, documents, span);
    }
  }

  private <T> AgentEnd<T> run(
      Conversing models, Agent<T> agent, String question, List<Document> documents, WorkSpan span) {
    try (var library = Library.of(documents)) {
      var end = new Loop<>(agent, models, library, clock, spans).run(question);
      span.outcome(end.wireName(), end.work().spent().turns(), end.work().uses().size());
      return end;
    } catch (RuntimeException e) {
      span.broke(e);
      throw e;
    }
  }
}

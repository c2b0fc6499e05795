package dev.countersign.model.agent;

import dev.countersign.model.Conversing;
import dev.countersign.model.Question;
import dev.countersign.model.Shape;
import dev.countersign.model.Turn;
import dev.countersign.model.agent.AgentLimits.Limit;
import dev.countersign.model.tools.Library;
import dev.countersign.model.trace.AgentSpans;
import dev.countersign.source.FindInstructions;
import dev.countersign.workflow.Fatal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// One agent at work. On another try it goes the same way again through all that is stored, and on
/// from there: what it does next depends on nothing that is not stored.
final class Loop<T> {
  private final Agent<T> agent;
  private final Conversing models;
  private final Library library;
  private final InstantSource clock;
  private final Shape<T> shape;
  private final UseTools tools;
  private final List<Turn> turns = new ArrayList<>();
  private final List<ToolUse> uses = new ArrayList<>();
  private Spent spent = Spent.NOTHING;

  Loop(Agent<T> agent, Conversing models, Library library, InstantSource clock, AgentSpans spans) {
    this.agent = agent;
    this.models = models;
    this.library = library;
    this.clock = clock;
    this.shape = Shape.of(agent.answer());
    this.tools = new UseTools(agent, models, library, clock, spans);
  }

  AgentEnd<T> run(String question) {
    var begun =
        models.once(agent.name() + "/begun", Begun.class, () -> new Begun(clock.instant()), null);
    turns.addAll(AgentWords.opening(agent, question, library));
    while (true) {
      var limit = spent.reached(agent.limits());
      if (limit.isPresent()) return closed(limit.get());
      switch (ask(true)) {
        case Said.Answers<T>(var answer, _) -> {
          return new AgentEnd.Answered<>(answer, work());
        }
        case Said.Wants<T> wants -> use(wants, begun);
      }
    }
  }

  private Said<T> ask(boolean withTools) {
    int number = spent.turns() + 1;
    var question =
        new Question(
            "%s/turn-%d".formatted(agent.name(), number),
            agent.prompt(),
            turns,
            shape.schema(),
            withTools ? agent.tools().specs() : List.of(),
            agent.limits().maxOutputTokens(),
            false);
    var answered = models.ask(question, reply -> Said.read(reply, shape, withTools));
    spent = spent.turn(answered.value().tokens(), answered.cost());
    return answered.value();
  }

  private void use(Said.Wants<T> wants, Begun begun) {
    turns.add(new Turn.Answer(wants.reply().text(), wants.calls()));
    for (var call : wants.calls()) {
      var use = tools.use(call, spent);
      uses.add(use);
      turns.add(new Turn.ToolResult(call.id(), AgentWords.told(use)));
      spent = spent.call(Duration.between(begun.at(), use.at()));
    }
  }

  private AgentEnd<T> closed(Limit limit) {
    return switch (agent.limits().atLimit()) {
      case RULES -> new AgentEnd.ByRule<>(limit, work());
      case FAIL -> throw failed(limit);
      case ANSWER_SO_FAR -> {
        turns.add(new Turn.Question(AgentWords.CLOSING));
        yield switch (ask(false)) {
          case Said.Answers<T>(var answer, _) -> new AgentEnd.SoFar<>(answer, limit, work());
          case Said.Wants<T> _ -> throw new IllegalStateException("tools without tools");
        };
      }
    };
  }

  private Fatal failed(Limit limit) {
    return Fatal.stepFailed(
        "The agent %s came to its limit of %s.".formatted(agent.name(), limit.wireName()),
        "Raise the limit in the workflow, or submit less, then retry.");
  }

  private AgentEnd.Work work() {
    var instructions =
        library.entries().stream()
            .flatMap(entry -> FindInstructions.in(entry.document()).stream())
            .toList();
    return new AgentEnd.Work(spent, uses, instructions);
  }
}

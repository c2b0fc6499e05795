package dev.countersign.workflow;

import dev.countersign.job.Spending;
import dev.countersign.workflow.InputSpec.Field;
import dev.countersign.workflow.InputSpec.Files;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// Answers a short question on one or two documents, with where each sentence of the answer stands.
@ApplicationScoped
public class QuickAnswer {
  public static final String NAME = "quick-answer";

  /// The field that holds the question.
  public static final String QUESTION = "question";

  /// The artifact that is given in the response: an [Answer].
  public static final String ANSWER = "answer.json";

  private static final List<String> DOCUMENTS =
      List.of(".pdf", ".docx", ".xlsx", ".csv", ".txt", ".html", ".eml");

  @Produces
  @Singleton
  Workflow descriptor() {
    return workflow();
  }

  public static Workflow workflow() {
    return new Workflow(
        NAME,
        1,
        "Quick answer",
        "Answers a short question on one or two documents, each sentence with the words it stands on.",
        new InputSpec(
            List.of(new Field(QUESTION, Field.Kind.TEXT, true, 300, "What you want to know.")),
            List.of(new Files("files", 1, 2, DOCUMENTS, "What to look in."))),
        List.of(
            StepSpec.work("read").expecting(Duration.ofSeconds(2)),
            StepSpec.work("answer").expecting(Duration.ofSeconds(8))),
        null,
        null,
        Duration.ofMinutes(10),
        Spending.upTo("0.50", "2.00", Spending.OnExhausted.RULES));
  }
}

package dev.countersign.packet.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.model.tools.Library;
import dev.countersign.source.Document;
import dev.countersign.source.Page;
import dev.countersign.workflow.Answer;
import dev.countersign.workflow.Answered;
import dev.countersign.workflow.ModelTask;
import dev.countersign.workflow.Models;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Documents, and what is said of them.
final class Questions {
  private Questions() {}

  static Document document(String id, String... pages) {
    return new Document(
        id,
        id + ".txt",
        "00",
        "text/plain",
        IntStream.range(0, pages.length)
            .mapToObj(i -> new Page(i + 1, "page " + (i + 1), 0, 0, pages[i], List.of(), List.of()))
            .toList(),
        List.of());
  }

  static Answer byRule(String question, Document... documents) {
    try (var library = Library.of(List.of(documents))) {
      return AnswerByRule.of(
          question, new Read(Arrays.asList(documents)), Found.on(question, library), "No model.");
    }
  }

  static Answer asked(String question, String json, Document... documents) {
    return asked(question, _ -> json, documents);
  }

  /// @param says the model's answer to what it is asked, as JSON
  static Answer asked(String question, Function<ModelTask<?>, String> says, Document... documents) {
    try (var library = Library.of(List.of(documents))) {
      return AskModel.of(
          question,
          new Read(Arrays.asList(documents)),
          library,
          Found.on(question, library),
          new Saying(says));
    }
  }

  /// A model of one saying.
  record Saying(Function<ModelTask<?>, String> says) implements Models {
    @Override
    public boolean configured() {
      return true;
    }

    @Override
    public <T> Answered<T> ask(ModelTask<T> task) {
      var json = says.apply(task);
      try {
        var value = new ObjectMapper().readValue(json, task.answer());
        return new Answered<>(value, "call_1", "small", BigDecimal.ZERO);
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public <T> Answered<T> askAtLength(ModelTask<T> task) {
      return ask(task);
    }
  }
}

package dev.countersign.packet.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.workflow.Answer;
import dev.countersign.workflow.Artifact;
import dev.countersign.workflow.QuickAnswer;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Draws an answer as a page to read and as JSON. All that is put into the page is escaped.
@ApplicationScoped
public class DrawAnswer {
  private static final String PAGE = "/packet/answer/answer.html";

  private final ObjectMapper json;
  private final Template page;

  DrawAnswer(ObjectMapper json) {
    this.json = json;
    var engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    this.page = engine.parse(resource(), Variant.forContentType(Variant.TEXT_HTML), PAGE);
  }

  /// @return `answer.html` for people, `answer.json` for programs
  List<Artifact> draw(String title, Answer answer) {
    var html = page.data("title", title, "answer", answer).render();
    return List.of(
        new Artifact("answer.html", "text/html; charset=utf-8", html.getBytes(UTF_8)),
        new Artifact(QuickAnswer.ANSWER, "application/json", json(answer)));
  }

  private byte[] json(Answer answer) {
    try {
      return json.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an answer cannot be written as JSON", e);
    }
  }

  private static String resource() {
    try (var in = DrawAnswer.class.getResourceAsStream(PAGE)) {
      if (in == null) throw new IllegalStateException("the build left out " + PAGE);
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

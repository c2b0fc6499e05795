package dev.countersign.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.store.Priming;
import jakarta.inject.Singleton;
import java.io.IOException;

/// Writes and reads answers as programs and people get them.
@Singleton
class PrimeAnswers implements Priming {
  private final ProblemAnswers problems;
  private final ObjectMapper json;

  PrimeAnswers(ProblemAnswers problems, ObjectMapper json) {
    this.problems = problems;
    this.json = json;
  }

  @Override
  public void prime() throws IOException {
    var problem = ProblemDetails.notFound("Nothing");
    problems.body(problem, "text/html");
    problems.body(problem, ProblemDetails.MEDIA_TYPE);
    json.readTree(json.writeValueAsString(problem));
  }
}

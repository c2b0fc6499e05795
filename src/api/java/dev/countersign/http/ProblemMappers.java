package dev.countersign.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.countersign.workflow.Retriable;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns whatever comes out of a resource into a problem.
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private final ProblemAnswers answers;
  private final RandomGenerator random;

  ProblemMappers(ProblemAnswers answers, RandomGenerator random) {
    this.answers = answers;
    this.random = random;
  }

  @ServerExceptionMapper
  Response problem(ProblemException e, HttpHeaders headers) {
    return answer(e.problem(), headers).build();
  }

  @ServerExceptionMapper(priority = 1)
  Response brokenJson(JsonProcessingException e, HttpHeaders headers) {
    return answer(StatusProblems.BROKEN_JSON, headers).build();
  }

  /// In place of the framework's own mapper, which answers without a body.
  @ServerExceptionMapper(priority = 1)
  Response otherJson(MismatchedInputException e, HttpHeaders headers) {
    return answer(StatusProblems.json(e), headers).build();
  }

  /// What the parser of forms throws for a body that ends before it is over.
  @ServerExceptionMapper
  Response cutOff(IOException e, HttpHeaders headers) {
    return cameAsAForm(headers)
        ? answer(StatusProblems.of(400), headers).build()
        : unforeseen(e, headers);
  }

  /// A part of the system does not answer.
  @ServerExceptionMapper({Retriable.class, SdkException.class})
  Response unavailable(RuntimeException e, HttpHeaders headers) {
    LOG.warnf(e, "Unavailable");
    return answer(StatusProblems.of(503), headers).header(HttpHeaders.RETRY_AFTER, 5).build();
  }

  @ServerExceptionMapper
  Response refusedByTheFramework(WebApplicationException e, HttpHeaders headers) {
    var status = e.getResponse().getStatus();
    if (status < 400) return e.getResponse();
    var problem =
        e.getCause() instanceof JsonProcessingException json
            ? StatusProblems.json(json)
            : StatusProblems.of(status);
    var answer = answer(problem, headers);
    var allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }

  @ServerExceptionMapper
  Response unforeseen(Throwable e, HttpHeaders headers) {
    var reference = "%016x".formatted(random.nextLong());
    LOG.errorf(e, "Unforeseen, reference %s", reference);
    return answer(StatusProblems.unforeseen(reference), headers).build();
  }

  private static boolean cameAsAForm(HttpHeaders headers) {
    var type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    return type != null && type.startsWith("multipart/");
  }

  private Response.ResponseBuilder answer(ProblemDetails problem, HttpHeaders headers) {
    return answers.answer(problem, headers.getHeaderString(HttpHeaders.ACCEPT));
  }
}

package dev.countersign.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Gives a problem its form: a page for who asks for one, else problem+json.
@ApplicationScoped
class ProblemAnswers {
  private final Template page;
  private final ObjectMapper json;

  ProblemAnswers(@Location("problem") Template page, ObjectMapper json) {
    this.page = page;
    this.json = json;
  }

  Response.ResponseBuilder answer(ProblemDetails problem, @Nullable String accept) {
    return Response.status(problem.status())
        .type(
            wantsPage(accept) ? MediaType.TEXT_HTML + ";charset=UTF-8" : ProblemDetails.MEDIA_TYPE)
        .entity(body(problem, accept));
  }

  String body(ProblemDetails problem, @Nullable String accept) {
    if (wantsPage(accept)) return page.data("problem", problem).render();
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is always JSON", e);
    }
  }

  static boolean wantsPage(@Nullable String accept) {
    return accept != null && accept.contains("text/html");
  }
}

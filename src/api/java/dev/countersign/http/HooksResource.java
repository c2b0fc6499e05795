package dev.countersign.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.queue.SqsWorkQueue;
import dev.countersign.queue.StandardWebhook;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/hooks/openai`: a model's provider says that a background response is over. What it says of the
/// response is not believed but asked for, by a worker; one that comes twice changes nothing.
@Path("/hooks")
@PermitAll
@RunOnVirtualThread
public class HooksResource {
  /// `response.cancelled` is how it spells it.
  private static final Set<String> OVER =
      Set.of("response.completed", "response.failed", "response.incomplete", "response.cancelled");

  private static final String ID = "[A-Za-z0-9_-]{1,128}";
  private final HooksConfig config;
  private final SqsWorkQueue queue;
  private final ObjectMapper json;
  private final InstantSource clock;

  HooksResource(HooksConfig config, SqsWorkQueue queue, ObjectMapper json, InstantSource clock) {
    this.config = config;
    this.queue = queue;
    this.json = json;
    this.clock = clock;
  }

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Event(@Nullable String type, @Nullable About data) {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record About(@Nullable String id) {}

  /// 204 once a worker will look at it; 401 unless it is signed with our secret, and lately.
  @POST
  @Path("/openai")
  @Consumes(MediaType.WILDCARD)
  public Response openai(@Context HttpHeaders headers, byte[] body) {
    heard(headers::getHeaderString, body);
    return Response.noContent().build();
  }

  void heard(Function<String, @Nullable String> headers, byte[] body) {
    var secrets = config.openai().filter(secret -> !secret.isBlank());
    if (secrets.isEmpty()
        || !StandardWebhook.verified(secrets.get(), headers, body, clock.instant()))
      throw ProblemDetails.of(
              401,
              "webhook-not-verified",
              "Not verified",
              "This is not signed with the secret that is set up here, or not lately.",
              "Set OPENAI_WEBHOOK_SECRET to the secret of the endpoint at the provider.")
          .thrown();
    var event = event(body);
    var about = event.data();
    var id = about == null ? null : about.id();
    if (id != null && id.matches(ID) && OVER.contains(String.valueOf(event.type())))
      queue.sendAnswered(id, Duration.ZERO);
  }

  private Event event(byte[] body) {
    try {
      return json.readValue(body, Event.class);
    } catch (IOException e) {
      throw ProblemDetails.badRequest("The body is no event.", "Send it as it was signed.")
          .thrown();
    }
  }
}

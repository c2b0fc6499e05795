package dev.countersign.http;

import dev.countersign.job.Job;
import dev.countersign.signin.Roles;
import dev.countersign.store.Notices;
import dev.countersign.submit.Submission;
import dev.countersign.submit.SubmitJob;
import dev.countersign.submit.Submitted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/// `POST /jobs`: the one door for all lanes.
@Path("/jobs")
@RolesAllowed({Roles.SUBMITTER, Roles.KEY_SUBMIT})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SubmitResource {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final SubmitJob submit;
  private final WatchJob watch;
  private final JobAnswers answers;
  private final Notices notices;
  private final Caller caller;
  private final InstantSource clock;
  private final HttpConfig config;

  SubmitResource(
      SubmitJob submit,
      WatchJob watch,
      JobAnswers answers,
      Notices notices,
      Caller caller,
      InstantSource clock,
      HttpConfig config) {
    this.submit = submit;
    this.watch = watch;
    this.answers = answers;
    this.notices = notices;
    this.caller = caller;
    this.clock = clock;
    this.config = config;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response submitForm(
      MultipartFormDataInput form,
      @HeaderParam(IDEMPOTENCY_KEY) @Nullable String key,
      HttpHeaders headers) {
    return submitted(SubmissionParts.of(caller.address(), form, key, Set.of()), headers);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response submitJson(
      @Nullable SubmitJson json,
      @HeaderParam(IDEMPOTENCY_KEY) @Nullable String key,
      HttpHeaders headers) {
    if (json == null) throw StatusProblems.BROKEN_JSON.thrown();
    return submitted(SubmissionParts.of(caller.address(), json, key), headers);
  }

  private Response submitted(Submission submission, HttpHeaders headers) {
    caller.mustBeForWorkflow(submission.workflow());
    var end = clock.instant().plus(config.mostRequest());
    return switch (submit.submit(submission)) {
      case Submitted.Accepted(var job) -> answer(job, headers, end);
      case Submitted.Same(var job) -> answer(job, headers, end);
      case Submitted.Refused(var problem) -> throw Refusals.of(problem).thrown();
    };
  }

  /// @param end when the request must be over, however long submitting took
  private Response answer(Job job, HttpHeaders headers, Instant end) {
    var left = Duration.between(clock.instant(), end);
    var most = left.compareTo(config.mostWait()) < 0 ? left : config.mostWait();
    var wait = Wait.preferred(prefer(headers), most);
    var seen = wait.map(w -> watch.until(job, w, WatchJob::atRest)).orElse(job);
    if (WatchJob.over(seen)) notices.answered(seen);
    return answers.handle(seen, wait);
  }

  static List<String> prefer(HttpHeaders headers) {
    return Objects.requireNonNullElse(headers.getRequestHeader("Prefer"), List.of());
  }
}

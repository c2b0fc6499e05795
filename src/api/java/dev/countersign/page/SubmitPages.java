package dev.countersign.page;

import dev.countersign.http.FormTokens;
import dev.countersign.http.HttpConfig;
import dev.countersign.http.ProblemDetails;
import dev.countersign.http.ResponseHeaders;
import dev.countersign.http.SubmissionParts;
import dev.countersign.signin.Roles;
import dev.countersign.store.S3Links;
import dev.countersign.submit.ResolveContract;
import dev.countersign.submit.Submission;
import dev.countersign.submit.SubmitJob;
import dev.countersign.submit.SubmitLimits;
import dev.countersign.submit.Submitted;
import dev.countersign.workflow.Catalog;
import dev.countersign.workflow.Workflow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/// `/ui/new`: submitting with a form.
@Path("/ui/new")
@RolesAllowed(Roles.SUBMITTER)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SubmitPages {
  private static final String KEY = "once";

  private final Catalog catalog;
  private final SubmitJob submit;
  private final ResolveContract contracts;
  private final Frames frames;
  private final FormTokens forms;
  private final Room room;
  private final S3Links bucket;

  SubmitPages(
      Catalog catalog,
      SubmitJob submit,
      ResolveContract contracts,
      Frames frames,
      FormTokens forms,
      HttpConfig http,
      SubmitLimits limits,
      S3Links bucket) {
    this.catalog = catalog;
    this.submit = submit;
    this.contracts = contracts;
    this.frames = frames;
    this.forms = forms;
    this.room = new Room(http.mostBytes(), limits.fileBytes(), limits.jobBytes());
    this.bucket = bucket;
  }

  /// With one workflow there is nothing to choose.
  @GET
  public Response form(@QueryParam("workflow") @Nullable String workflow) {
    var all = catalog.newest();
    var only = all.size() == 1 ? all.getFirst().name() : workflow;
    return page(200, only, forms.once(), Map.of(), null);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response submit(MultipartFormDataInput form) {
    forms.check(text(form, FormTokens.FIELD).orElse(null));
    var key = text(form, KEY).orElseGet(forms::once);
    var submission = SubmissionParts.of(frames.who(), form, key, Set.of(FormTokens.FIELD, KEY));
    return switch (submit.submit(submission)) {
      case Submitted.Accepted(var job) -> seeOther("/ui/jobs/" + job.id());
      case Submitted.Same(var job) -> seeOther("/ui/jobs/" + job.id());
      case Submitted.Refused(var problem) ->
          page(
              422,
              submission.workflow(),
              forms.once(),
              given(submission),
              problem.detail() + " " + problem.remedy());
    };
  }

  private Response page(
      int status,
      @Nullable String workflow,
      String key,
      Map<String, String> given,
      @Nullable String mistake) {
    var chosen = workflow == null ? null : chosen(workflow);
    var page =
        new NewJobPage(
            frames.of("New job", "new"),
            catalog.newest(),
            chosen,
            forms.token(),
            key,
            room,
            chosen == null ? null : Promise.of(chosen, frames.who()),
            chosen == null ? null : Limits.of(contracts.usual(chosen), given),
            given,
            mistake);
    var answer =
        Response.status(status)
            .type(MediaType.TEXT_HTML + ";charset=UTF-8")
            .header(ResponseHeaders.CSP, ResponseHeaders.withUploadsTo(bucket.base()))
            .entity(page.render());
    forms.cookie().ifPresent(answer::cookie);
    return answer.build();
  }

  private Workflow chosen(String name) {
    return catalog
        .newest(name)
        .orElseThrow(() -> ProblemDetails.notFound("That workflow").thrown());
  }

  private static Map<String, String> given(Submission submission) {
    var given = new HashMap<>(submission.fields());
    given.put("title", submission.title());
    var bounds = submission.bounds();
    if (bounds.budget() != null) given.put("budget", bounds.budget().toPlainString());
    if (bounds.time() != null) given.put("time_limit", bounds.time().toString());
    return given;
  }

  private static Optional<String> text(MultipartFormDataInput form, String name) {
    var values = form.getValues().get(name);
    return values == null
        ? Optional.empty()
        : values.stream().filter(v -> !v.isFileItem()).map(FormValue::getValue).findFirst();
  }

  private static Response seeOther(String address) {
    return Response.seeOther(URI.create(address)).build();
  }
}

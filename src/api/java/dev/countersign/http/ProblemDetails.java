package dev.countersign.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.countersign.job.JobId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error as people and programs get it (RFC 9457), with what to do about it.
///
/// @param type stable, `urn:countersign:problem:NAME`
/// @param job the job it is about
/// @param mayDecide whose decision it is instead, where that is the trouble
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetails(
    String type,
    String title,
    int status,
    String detail,
    String remedy,
    @Nullable String job,
    @JsonProperty("may_decide") @Nullable List<String> mayDecide) {
  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String PREFIX = "urn:countersign:problem:";

  public static ProblemDetails of(
      int status, String name, String title, String detail, String remedy) {
    return new ProblemDetails(PREFIX + name, title, status, detail, remedy, null, null);
  }

  public ProblemDetails about(JobId id) {
    return new ProblemDetails(type, title, status, detail, remedy, id.value(), mayDecide);
  }

  ProblemDetails decidedBy(List<String> others) {
    return new ProblemDetails(type, title, status, detail, remedy, job, List.copyOf(others));
  }

  /// To be thrown out of a resource.
  public ProblemException thrown() {
    return new ProblemException(this);
  }

  /// Also the answer for what belongs to somebody else: an id is never a permission.
  public static ProblemDetails notFound(String what) {
    return of(
        404,
        "not-found",
        "Not found",
        what + " does not exist, or is not yours to see.",
        "Check the address; GET /jobs lists your jobs.");
  }

  static ProblemDetails badRequest(String detail, String remedy) {
    return of(400, "bad-request", "The request cannot be read", detail, remedy);
  }

  static ProblemDetails tooLarge(long most) {
    return of(
        413,
        "too-large",
        "The request is too large",
        "At most %s may come in one request.".formatted(Bytes.say(most)),
        "Upload the files first: POST /uploads gives each an address of its own, and POST /jobs then"
            + " takes their ids. In a browser, allow the page's script: it does that.");
  }
}

package dev.countersign.http;

import dev.countersign.submit.Problem;

/// A use case's refusal as a problem of the API.
public final class Refusals {
  private Refusals() {}

  public static ProblemDetails of(Problem problem) {
    return switch (problem.kind()) {
      case BAD_INPUT -> details(422, "bad-input", "The input cannot be worked on", problem);
      case UNKNOWN_WORKFLOW -> details(422, "unknown-workflow", "No such workflow", problem);
      case TOO_LARGE -> details(413, "too-large", "Too large", problem);
      case TOO_MANY -> details(422, "too-many-files", "Too many files", problem);
      case TYPE_NOT_TAKEN -> details(422, "type-not-taken", "Not this type of file", problem);
      case DUPLICATE_NAME -> details(422, "duplicate-name", "Two files of one name", problem);
      case UNKNOWN_UPLOAD -> details(422, "unknown-upload", "No such upload", problem);
      case NOT_UPLOADED -> details(409, "not-uploaded", "Not uploaded yet", problem);
      case UPLOAD_EXPIRED -> details(422, "upload-expired", "Uploaded too long ago", problem);
      case UPLOAD_DIFFERS ->
          details(422, "upload-differs", "Not the file that was announced", problem);
      case LANE_NOT_OFFERED -> details(422, "lane-not-offered", "Not in this lane", problem);
      case POLICY_WIDENED ->
          details(422, "policy-widened", "The policy cannot be made wider", problem);
      case POLICY_UNMET -> details(422, "policy-unmet", "Nobody could meet this policy", problem);
      case CONTRACT_WIDENED ->
          details(422, "contract-widened", "The contract allows no more than that", problem);
      case KEY_REUSED ->
          details(422, "idempotency-key-reused", "This key stands for something else", problem);
      case NOT_FOUND -> details(404, "not-found", "Not found", problem);
      case NOT_ELIGIBLE -> details(403, "not-eligible", "You may not say this", problem);
      case MOVED_ON -> details(412, "moved-on", "The job has moved on", problem);
      case NOT_NOW -> details(409, "not-now", "Not in this state", problem);
    };
  }

  private static ProblemDetails details(int status, String name, String title, Problem problem) {
    return ProblemDetails.of(status, name, title, problem.detail(), problem.remedy());
  }
}

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
      case KEY_REUSED ->
          details(422, "idempotency-key-reused", "This key stands for something else", problem);
      case NOT_FOUND -> details(404, "not-found", "Not found", problem);
      case NOT_NOW -> details(409, "not-now", "Not in this state", problem);
    };
  }

  private static ProblemDetails details(int status, String name, String title, Problem problem) {
    return ProblemDetails.of(status, name, title, problem.detail(), problem.remedy());
  }
}

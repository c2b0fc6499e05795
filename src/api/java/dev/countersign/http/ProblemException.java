package dev.countersign.http;

/// Carries a problem out of a resource to the one place that answers with it.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ProblemDetails problem;

  ProblemException(ProblemDetails problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public ProblemDetails problem() {
    return problem;
  }
}

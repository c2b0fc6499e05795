package dev.countersign.http;

import dev.countersign.approval.LinkFault;
import dev.countersign.approval.ReviewLink;

/// What can be wrong with the link of a notification, each as a problem of its own. None of them
/// says anything of the job, beyond what a genuine link's holder was told.
final class LinkProblems {
  private static final String NOTHING = " Nothing was decided, and nothing was sent.";
  private static final String COPY =
      "Open the mail again and copy the whole link, or sign in: what waits for you is under"
          + " /ui/approvals.";
  private static final String WARN =
      "Do not use it. Open the mail that you got yourself and compare its code with the page's, and"
          + " tell whoever runs this service where the link came from.";

  private LinkProblems() {}

  static ProblemDetails of(LinkFault fault) {
    return switch (fault) {
      case TRUNCATED ->
          link(
              404,
              "link-truncated",
              "This link is not whole",
              "A part of it is missing; mail programs sometimes break long links in two.",
              COPY);
      case FORGED ->
          link(
              404,
              "link-forged",
              "This link was not made here",
              "It looks like one of ours, and is not signed as ours are.",
              WARN);
      case UNKNOWN_KEY ->
          link(
              404,
              "link-key-unknown",
              "This link is signed with a key that is not known",
              "The key was retired since, or was never one of ours.",
              "Sign in: what waits for you is under /ui/approvals. Or wait for the next reminder,"
                  + " which has a link of its own.");
      case ALTERED ->
          link(
              404,
              "link-altered",
              "This link was changed",
              "Its signature does not belong to what it says.",
              WARN);
    };
  }

  static ProblemDetails swapped() {
    return link(
        404,
        "link-swapped",
        "This link leads elsewhere than it says",
        "The request that it names belongs to another job than the one it names.",
        WARN);
  }

  static ProblemDetails gone() {
    return link(
        410,
        "link-gone",
        "What this link led to is gone",
        "The link is genuine, but the request it was for is not kept any more.",
        "Ask the submitter about the job.");
  }

  static ProblemDetails expired(ReviewLink link) {
    return link(
            410,
            "link-expired",
            "This link has expired",
            "It could be used until %s; nothing can be decided with it any more."
                .formatted(JobSentence.time(link.expiresAt())),
            "Ask the submitter to submit again if it is still wanted.")
        .about(link.job());
  }

  static ProblemDetails forAnother(ReviewLink link) {
    return link(
            403,
            "link-for-another",
            "This link is for somebody else",
            "It was sent to somebody else than the person who is signed in here, who may not decide"
                + " on this.",
            "Let the person decide who got the mail; or sign out first, if that is you.")
        .about(link.job());
  }

  private static ProblemDetails link(
      int status, String name, String title, String detail, String remedy) {
    return ProblemDetails.of(status, name, title, detail + NOTHING, remedy);
  }
}

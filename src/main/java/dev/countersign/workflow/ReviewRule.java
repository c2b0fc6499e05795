package dev.countersign.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Who decides on a workflow's proposals, and for how long they may.
///
/// @param reviewers addresses, in small letters as sign-in gives them, or `role:NAME`
/// @param lives how long a request lives; silence means that nothing happens
public record ReviewRule(List<String> reviewers, boolean submitterMay, Duration lives) {
  public ReviewRule {
    reviewers = reviewers.stream().map(ReviewRule::asSignedIn).toList();
  }

  private static String asSignedIn(String reviewer) {
    return reviewer.startsWith("role:") ? reviewer : reviewer.toLowerCase(Locale.ROOT);
  }
}

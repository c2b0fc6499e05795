package dev.countersign.workflow;

import java.time.Duration;
import java.util.List;

/// Who decides on a workflow's proposals, and for how long they may.
///
/// @param reviewers addresses, or `role:NAME`
/// @param lives how long a request lives; silence means that nothing happens
public record ReviewRule(List<String> reviewers, boolean submitterMay, Duration lives) {
  public ReviewRule {
    reviewers = List.copyOf(reviewers);
  }
}

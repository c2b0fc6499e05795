package dev.countersign.http;

import dev.countersign.approval.DecideApproval.Answer;
import dev.countersign.store.MetricLines;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;

/// Counts the links that opened or decided nothing, by why, so that somebody who tries many is
/// noticed. Never which link, or whose.
@ApplicationScoped
public class RefusedLinks {
  private final MetricLines lines;

  RefusedLinks(MetricLines lines) {
    this.lines = lines;
  }

  /// @param reason a name of ours, nothing of the request
  void count(String reason) {
    lines.write(Map.of("Reason", reason), Map.of("RefusedLinks", 1));
  }

  /// Of what was said with a link.
  public void count(Answer answer) {
    switch (answer) {
      case Answer.Settled _ -> count("settled");
      case Answer.Changed _ -> count("changed");
      case Answer.Refused(_, var reason, _) -> count(reason.name().toLowerCase(Locale.ROOT));
      case Answer.Missing _ -> count("gone");
      case Answer.Recorded _, Answer.NotEditable _ -> {}
    }
  }
}

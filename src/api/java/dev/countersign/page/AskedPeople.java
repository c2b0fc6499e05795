package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.job.Decider;
import dev.countersign.job.Decision;
import dev.countersign.job.Decision.Say;
import dev.countersign.page.ReviewPage.People;
import java.util.List;
import java.util.stream.Stream;

/// Says who decides on a request, who has, and whose turn it is.
final class AskedPeople {
  private AskedPeople() {}

  /// @param open whether anybody is still asked
  static People of(Approval approval, boolean open) {
    var gate = approval.gate();
    var turn = gate.reviewers();
    var escalated = gate.terms().escalations().stream().flatMap(step -> step.to().stream());
    var others =
        Stream.concat(gate.terms().deciders().stream(), escalated)
            .distinct()
            .filter(name -> !turn.contains(name))
            .filter(name -> approval.said().stream().noneMatch(d -> d.by().address().equals(name)))
            .toList();
    return new People(
        approval.votes().size(),
        gate.terms().quorum(),
        gate.terms().inOrder(),
        said(approval.said()),
        open ? turn : List.of(),
        open ? others : List.of());
  }

  private static List<String> said(List<Decision> said) {
    return said.stream()
        .filter(d -> d.say() instanceof Say.Approve || d.say() instanceof Say.Delegate)
        .map(AskedPeople::words)
        .toList();
  }

  private static String words(Decision decision) {
    var at = Words.words(decision.at());
    return decision.say() instanceof Say.Delegate(var to)
        ? "%s handed their say to %s on %s.".formatted(name(decision.by()), to, at)
        : "%s approved on %s.".formatted(name(decision.by()), at);
  }

  static String name(Decider by) {
    return switch (by.how()) {
      case BY_LINK -> "The holder of the link sent to " + by.address();
      case SIGNED_IN -> by.address();
    };
  }
}

package dev.countersign.page;

import dev.countersign.http.Approval;
import dev.countersign.job.Amount;
import dev.countersign.page.ReviewPage.Glance;
import dev.countersign.store.Proposal.ProposedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says at one look what a request is about, from what would be done and nothing else.
final class Glances {
  private static final int MOST_NAMES = 3;

  private Glances() {}

  static Glance of(Approval approval, Instant now) {
    var actions = approval.proposal().actions();
    var gate = approval.gate();
    return new Glance(
        names(actions.stream().map(ProposedAction::target).distinct().toList()),
        kinds(actions),
        money(gate.brief().amounts()),
        left(Duration.between(now, gate.expiresAt())),
        afterwards(actions),
        gate.brief().risk());
  }

  /// E.g. `1,250.00 EUR`, each amount by itself; null for none.
  static @Nullable String money(List<Amount> amounts) {
    return amounts.isEmpty()
        ? null
        : amounts.stream().map(Amount::words).collect(Collectors.joining(" + "));
  }

  /// About how long that is, e.g. `7 days`, `5 hours`, `12 minutes`.
  static String left(Duration time) {
    long minutes = Math.max(0, Math.ceilDiv(time.toSeconds(), 60));
    if (minutes < 120) return minutes == 1 ? "1 minute" : minutes + " minutes";
    long hours = Math.round(minutes / 60.0);
    return hours < 48 ? hours + " hours" : Math.round(hours / 24.0) + " days";
  }

  private static List<String> names(List<String> all) {
    return all.size() <= MOST_NAMES
        ? all
        : List.of(
            String.join(", ", all.subList(0, MOST_NAMES)),
            "and %d more".formatted(all.size() - MOST_NAMES));
  }

  private static List<String> kinds(List<ProposedAction> actions) {
    return actions.stream()
        .collect(Collectors.groupingBy(ProposedAction::kind, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> counted(e.getKey(), e.getValue()))
        .toList();
  }

  private static String counted(String kind, long count) {
    var name = Words.effect(kind);
    return count == 1 ? "1 " + name : "%d %ss".formatted(count, name);
  }

  private static String afterwards(List<ProposedAction> actions) {
    return actions.stream()
        .map(ProposedAction::kind)
        .distinct()
        .map(Glances::undo)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String undo(String kind) {
    return switch (kind) {
      case "email", "webhook" -> "cannot be called back";
      case "record-change" -> "writes over the old values";
      case "publish" -> "anybody with the address can read it";
      default -> "cannot be undone from here";
    };
  }
}

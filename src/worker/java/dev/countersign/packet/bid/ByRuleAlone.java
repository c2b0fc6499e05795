package dev.countersign.packet.bid;

import dev.countersign.packet.bid.SecondReading.Missed;
import dev.countersign.packet.bid.SecondReading.What;
import dev.countersign.packet.bid.present.BidNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says what a model was to have a part in and had none: a flag for each reason.
final class ByRuleAlone {
  private static final String UNSUPPORTED = "unsupported";

  private ByRuleAlone() {}

  static List<Flag> flags(List<Missed> missed, BidNames names) {
    Map<String, List<Missed>> byFault =
        missed.stream()
            .collect(Collectors.groupingBy(Missed::fault, LinkedHashMap::new, Collectors.toList()));
    return byFault.entrySet().stream()
        .map(entry -> flag(sentence(entry.getKey(), entry.getValue(), names)))
        .toList();
  }

  private static String sentence(String fault, List<Missed> missed, BidNames names) {
    if (fault.equals(UNSUPPORTED))
      return "A model's summary was left out: no sentence of it stands on the figures and documents.";
    return "No model had a part in %s (%s): that is by rule alone%s."
        .formatted(
            missed.stream().map(one -> what(one, names)).collect(Collectors.joining(", ")),
            fault.replace('_', ' '),
            missed.stream().anyMatch(one -> one.what() == What.SUMMARY)
                ? ", and there is no summary"
                : "");
  }

  private static String what(Missed one, BidNames names) {
    var whose = one.bid() == null ? "all bids" : names.bidder(one.bid());
    return switch (one.what()) {
      case PRICES -> "reading the prices of " + whose;
      case PLACES -> "lining up " + whose;
      case SUMMARY -> "a summary";
    };
  }

  private static Flag flag(String sentence) {
    return new Flag(
        Flag.Kind.WITHOUT_MODEL,
        Flag.Severity.LOW,
        null,
        null,
        null,
        sentence,
        null,
        null,
        List.of());
  }
}

package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.REQUIREMENT_NOT_MET;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.ScopeOfWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lines whose thickness, gauge, rating or number of coats is not the one that the item names.
final class ItemSpecs implements Check {
  private static final Pattern MEASURE =
      Pattern.compile(
          "\\b(one|two|three|four|\\d+(?:\\.\\d+)?)[- ]?(mil|ga|gauge|mm|cm|psi|ply|plies|coats?|layers?|years?|yr|amps?|volts?|kw|tons?)\\b|\\b(r)-?(\\d{1,2})\\b|\\b(level|type|class|grade) (\\w{1,2})\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> NUMBERS =
      Map.of("one", "1", "two", "2", "three", "3", "four", "4");

  @Override
  public List<Flag> flags(Packet packet) {
    var flags = new ArrayList<Flag>();
    if (!packet.hasItems()) return flags;
    for (var item : packet.items()) {
      var asked = measures(item.description());
      if (asked.isEmpty()) continue;
      for (Bid bid : packet.bids()) {
        for (PricedLine line : packet.lines(item.id(), bid)) {
          differing(asked, line).ifPresent(what -> flags.add(flag(bid, item, line, what)));
        }
      }
    }
    return flags;
  }

  /// What the line names otherwise: a measure that both name, with another number.
  private static Optional<String> differing(Map<String, String> asked, PricedLine line) {
    var named = measures(line.description());
    return asked.entrySet().stream()
        .filter(entry ->
            named.containsKey(entry.getKey())
                && !entry.getValue().equals(named.get(entry.getKey())))
        .map(entry ->
            named.get(entry.getKey())
                + " "
                + entry.getKey()
                + " where the scope asks for "
                + entry.getValue())
        .findFirst();
  }

  private static Map<String, String> measures(String text) {
    var measures = new HashMap<String, String>();
    var matcher = MEASURE.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      if (matcher.group(2) != null)
        measures.putIfAbsent(
            unit(matcher.group(2)), NUMBERS.getOrDefault(matcher.group(1), matcher.group(1)));
      else if (matcher.group(3) != null) measures.putIfAbsent("R", matcher.group(4));
      else measures.putIfAbsent(matcher.group(5), matcher.group(6));
    }
    return measures;
  }

  private static String unit(String written) {
    if (written.startsWith("ga")) return "ga";
    if (written.startsWith("y")) return "year";
    return written.endsWith("s") ? written.substring(0, written.length() - 1) : written;
  }

  private static Flag flag(Bid bid, ScopeOfWork.Item item, PricedLine line, String what) {
    var sentence =
        "%s prices %s for %s (%s): %s."
            .formatted(
                Say.name(bid), Say.quote(line.description()), item.description(), item.id(), what);
    return Finding.medium(REQUIREMENT_NOT_MET)
        .in(bid)
        .on(item.id())
        .at(line.citation())
        .say(sentence);
  }
}

package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.packet.bid.align.TradeWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The alternates of all bids, the same one together: by label, or by what it is where a bid labels
/// it otherwise.
final class Alternates {
  private static final Pattern LABEL =
      Pattern.compile(
          "\\b(?:alt(?:ernate|ernative|\\.)?s?|option|deductive|additive|ve)\\b[\\s:.#-]*(?:(?:alternate|alternative|item|bid|price|deduct|add|no|nos|number)\\b[\\s:.#-]*)*([a-z]-?[0-9]{1,2}|[0-9]{1,2}[a-z]?|[a-z]|[ivx]{1,4})\\b",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> ROMAN =
      List.of("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");

  private final TradeWords words;

  Alternates(TradeWords words) {
    this.words = words;
  }

  /// One alternate and what each bid (by source id) asks for it.
  record Group(String label, String description, Map<String, PricedLine> lines) {}

  List<Group> in(List<Bid> bids) {
    var groups = new ArrayList<Group>();
    for (Bid bid : bids) {
      for (PricedLine line : bid.alternates()) {
        var group = find(groups, bid, line).orElseGet(() -> begin(groups, line));
        group.lines().putIfAbsent(bid.source(), line);
      }
    }
    return groups;
  }

  private static Group begin(List<Group> groups, PricedLine line) {
    var label =
        line.label() == null || line.label().isBlank()
            ? "Alternate: " + line.description()
            : line.label().strip();
    var group = new Group(label, line.description(), new LinkedHashMap<>());
    groups.add(group);
    return group;
  }

  private Optional<Group> find(List<Group> groups, Bid bid, PricedLine line) {
    var free = groups.stream().filter(group -> !group.lines().containsKey(bid.source())).toList();
    var key = key(line.label());
    var labeled =
        free.stream()
            .filter(group -> key.isPresent() && key.equals(key(group.label())))
            .findFirst();
    if (labeled.isPresent()) return labeled;
    return free.stream()
        .filter(group -> key.isEmpty() || key(group.label()).isEmpty())
        .filter(group -> alike(group.description(), line.description()) >= 0.5)
        .findFirst();
  }

  /// How many of the things named by the shorter description the other names too, from 0 to 1.
  double alike(String one, String other) {
    var left = words.in(one);
    var right = words.in(other);
    if (left.isEmpty() || right.isEmpty()) return 0;
    double shared = left.stream().filter(right::contains).count();
    return shared / Math.min(left.size(), right.size());
  }

  /// "1" of "Alternate No. 1", "a" of "Deductive Alt. A", "2" of "Alternate II".
  static Optional<String> key(@Nullable String label) {
    if (label == null) return Optional.empty();
    var matcher = LABEL.matcher(label);
    if (matcher.find()) return Optional.of(arabic(matcher.group(1)));
    var bare = label.strip();
    return bare.length() <= 3 && !bare.isEmpty() ? Optional.of(arabic(bare)) : Optional.empty();
  }

  /// The keys of all alternates that a text names.
  static List<String> keys(String text) {
    return LABEL.matcher(text).results().map(result -> arabic(result.group(1))).distinct().toList();
  }

  private static String arabic(String key) {
    var plain = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    int roman = ROMAN.indexOf(plain);
    return roman > 0 ? Integer.toString(roman) : plain.replaceFirst("^0+(?=.)", "");
  }
}

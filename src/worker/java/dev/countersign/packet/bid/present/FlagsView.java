package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.Flag.Severity;
import dev.countersign.packet.bid.present.PacketView.Cite;
import dev.countersign.packet.bid.present.PacketView.FlagCard;
import dev.countersign.packet.bid.present.PacketView.FlagGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The flags in words, the severe ones first.
final class FlagsView {
  private final Comparison comparison;
  private final BidNames names;

  FlagsView(Comparison comparison, BidNames names) {
    this.comparison = comparison;
    this.names = names;
  }

  List<FlagGroup> groups() {
    List<FlagGroup> groups = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      List<FlagCard> cards = of(severity).stream().map(this::card).toList();
      String key = severity.name().toLowerCase(Locale.ROOT);
      if (!cards.isEmpty()) groups.add(new FlagGroup(key, name(severity), cards));
    }
    return groups;
  }

  /// "2 to settle before an award, 4 to ask about".
  String summary() {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = of(severity).size();
      if (count > 0) parts.add(count + " " + severity.name().toLowerCase(Locale.ROOT));
    }
    return parts.isEmpty() ? "Nothing was flagged." : String.join(", ", parts);
  }

  private List<Flag> of(Severity severity) {
    return comparison.flags().stream().filter(flag -> flag.severity() == severity).toList();
  }

  private static String name(Severity severity) {
    return switch (severity) {
      case HIGH -> "High: settle before an award";
      case MEDIUM -> "Medium: ask the bidder";
      case LOW -> "Low: good to know";
    };
  }

  private FlagCard card(Flag flag) {
    String bidder = flag.bid() == null ? "All bids" : names.bidder(flag.bid());
    String item = flag.scopeId() == null ? "" : "Item " + Plain.text(flag.scopeId());
    String effect =
        flag.moneyEffect() == null ? "" : Amounts.effect(flag.moneyEffect(), currency(flag));
    List<Cite> cites =
        Stream.<@Nullable Citation>of(flag.citation(), flag.also())
            .flatMap(Stream::ofNullable)
            .map(Plain::cite)
            .toList();
    String absent =
        !cites.isEmpty() || flag.searched().isEmpty() ? "" : Plain.searched(flag.searched());
    return new FlagCard(
        kind(flag.kind()), bidder, item, Plain.text(flag.sentence()), effect, cites, absent);
  }

  private String currency(Flag flag) {
    return comparison.bids().stream()
        .filter(bid -> flag.bid() == null || bid.source().equals(flag.bid()))
        .findFirst()
        .map(bid -> bid.currency())
        .orElse("USD");
  }

  private static String kind(Flag.Kind kind) {
    String words = kind.wireName().replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}

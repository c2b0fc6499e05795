package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Comparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a bid is called: by its file where programs read, by its bidder where people do. Two bids
/// of one name are told apart.
public final class BidNames {
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, String> bidders = new LinkedHashMap<>();

  public BidNames(Comparison comparison) {
    List<Bid> bids = comparison.bids();
    for (Bid bid : bids) {
      boolean sameFile = bids.stream().filter(b -> b.document().equals(bid.document())).count() > 1;
      String file = bid.document();
      files.put(bid.source(), sameFile ? file + " (" + bid.source() + ")" : file);
      String bidder = bidder(bid);
      boolean sameName = bids.stream().filter(b -> bidder(b).equals(bidder)).count() > 1;
      bidders.put(bid.source(), sameName ? bidder + " (" + Plain.text(file) + ")" : bidder);
    }
  }

  private static String bidder(Bid bid) {
    return Plain.text(bid.bidder().value());
  }

  @Nullable String file(@Nullable String source) {
    return source == null ? null : files.get(source);
  }

  /// @return the bidder, or for a source that is no bid its id
  public String bidder(String source) {
    return bidders.getOrDefault(source, source);
  }
}

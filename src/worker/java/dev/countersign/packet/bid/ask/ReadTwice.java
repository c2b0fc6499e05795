package dev.countersign.packet.bid.ask;

import dev.countersign.model.tools.Library;
import dev.countersign.packet.bid.Bid;
import dev.countersign.source.Document;
import dev.countersign.workflow.Models;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/// Has a model read the prices of a bid that the rules have read, and settles what differs.
public final class ReadTwice {
  private static final String TOO_LARGE = "too_large";

  private ReadTwice() {}

  /// @param now when this try of the step began
  public static TwiceRead of(Bid bid, Document document, Models models, Instant now) {
    try (var library = Library.of(List.of(document))) {
      var pages = BidPages.of(library.entries().getFirst());
      if (pages.shown().isEmpty()) return new TwiceRead(bid, List.of(), TOO_LARGE);
      return switch (Told.by(models, now, AskBid.about(document.id(), pages))) {
        case Told.Nothing<BidSaid>(var fault) -> new TwiceRead(bid, List.of(), fault);
        case Told.Something<BidSaid>(var answered) ->
            settled(bid, Claims.of(answered.value(), library), pages.leftOut());
      };
    }
  }

  static TwiceRead settled(Bid bid, Claims claims, List<Integer> leftOut) {
    var differences = new Differences(bid);
    var read = new SettleLines(bid, differences).settled(claims.lines(), new HashSet<>(leftOut));
    var settled = new SettleSums(claims, differences).settled(read);
    if (claims.refused() > 0) differences.refused(claims.refused());
    if (!leftOut.isEmpty()) differences.notShown(leftOut);
    return new TwiceRead(settled, differences.flags(), null);
  }
}

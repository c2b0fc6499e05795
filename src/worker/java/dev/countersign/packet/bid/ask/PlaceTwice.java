package dev.countersign.packet.bid.ask;

import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Bid;
import dev.countersign.workflow.Models;
import java.time.Instant;
import java.util.List;

/// Has a model say where the lines of a bid belong that the rules have lined up, and settles what
/// differs.
public final class PlaceTwice {
  private PlaceTwice() {}

  /// @param rows how the rules lined up all bids
  /// @param now when this try of the step began
  public static TwicePlaced of(Bid bid, Alignment rows, Models models, Instant now) {
    if (bid.baseLines().isEmpty() || rows.rows().isEmpty())
      return new TwicePlaced(List.of(), List.of(), null);
    var task = AskPlaces.about(bid, rows);
    if (AskPlaces.tooLarge(task)) return new TwicePlaced(List.of(), List.of(), "too_large");
    return switch (Told.by(models, now, task)) {
      case Told.Nothing<PlacesSaid>(var fault) -> new TwicePlaced(List.of(), List.of(), fault);
      case Told.Something<PlacesSaid>(var answered) ->
          new SettlePlaces(bid, rows).settled(answered.value());
    };
  }
}

package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.ScopeOfWork.Requirement;
import java.util.Optional;

/// One kind of condition that scopes set, and how a bid shows that it does not meet it.
interface Demand {
  /// What is missing or refused; empty when the requirement is of another kind or is met. The
  /// finding has neither bid nor kind to add.
  Optional<Unmet> unmet(Packet packet, Bid bid, Requirement requirement);

  /// @param finding with severity and citation
  /// @param why the rest of a sentence after the bidder's name
  record Unmet(Finding finding, String why) {}
}

package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.align.TradeWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Conditions of the scope that a bid refuses, misses or says nothing of where it has to.
final class RequirementNotMet implements Check {
  private final List<Demand> demands;

  RequirementNotMet(TradeWords words) {
    demands =
        List.of(
            new BondDemand(),
            new AlternateDemand(words),
            new ScheduleDemand(),
            new ValidityDemand(),
            new TaxDemand(),
            new CoverDemand(words),
            new PaymentDemand(),
            new RefusedDemand());
  }

  @Override
  public List<Flag> flags(Packet packet) {
    var flags = new ArrayList<Flag>();
    for (Bid bid : packet.bids()) {
      var said = new HashSet<String>();
      for (var requirement : packet.requirements()) {
        for (Demand demand : demands) {
          demand
              .unmet(packet, bid, requirement)
              .filter(unmet -> said.add(unmet.why()))
              .ifPresent(unmet ->
                  flags.add(
                      unmet
                          .finding()
                          .in(bid)
                          .on(requirement.id())
                          .say(
                              Say.name(bid) + " " + unmet.why() + " (" + requirement.id() + ").")));
        }
      }
    }
    flags.addAll(new ItemSpecs().flags(packet));
    return flags;
  }
}

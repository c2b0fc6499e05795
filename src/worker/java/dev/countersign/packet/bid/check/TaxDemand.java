package dev.countersign.packet.bid.check;

import static dev.countersign.packet.bid.Flag.Kind.REQUIREMENT_NOT_MET;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.ScopeOfWork.Requirement;
import java.util.Locale;
import java.util.Optional;

/// Tax that has to be shown or stated as included. Tax that is taken out has a flag of its own.
final class TaxDemand implements Demand {
  @Override
  public Optional<Unmet> unmet(Packet packet, Bid bid, Requirement requirement) {
    boolean asked =
        requirement.text().toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:tax|taxes|vat|gst)\\b.*");
    if (!asked || requirement.text().toLowerCase(Locale.ROOT).contains("exempt"))
      return Optional.empty();
    if (TaxWording.included(packet, bid) || TaxWording.excluded(packet, bid).isPresent())
      return Optional.empty();
    return Optional.of(
        new Unmet(
            Finding.medium(REQUIREMENT_NOT_MET).nowhere(),
            "does not say whether tax is in its price; searched " + Say.pages(bid.searched())));
  }
}

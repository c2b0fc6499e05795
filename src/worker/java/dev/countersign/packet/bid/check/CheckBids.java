package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.align.TradeWords;
import java.util.Comparator;
import java.util.List;

/// All checks of a packet, the most severe findings first.
public final class CheckBids {
  private final List<Check> checks;

  public CheckBids() {
    var words = new TradeWords();
    checks =
        List.of(
            new InstructsReader(),
            new DuplicateBid(),
            new ArithmeticError(),
            new WordsFiguresMismatch(),
            new ExtensionError(),
            new AlternateFlipsLow(words),
            new HiddenExclusion(words),
            new OmittedScope(words),
            new AllowanceShortfall(words),
            new AddendumNotAcknowledged(),
            new ExpiredValidity(),
            new RequirementNotMet(words),
            new EscalationClause(),
            new TaxExcluded(),
            new ConditionalDiscount(),
            new UnitMismatch(),
            new NoBreakdown());
  }

  public List<Flag> check(Packet packet) {
    return checks.stream()
        .flatMap(check -> check.flags(packet).stream())
        .sorted(Comparator.comparing(Flag::severity))
        .toList();
  }
}

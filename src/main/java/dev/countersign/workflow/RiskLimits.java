package dev.countersign.workflow;

import dev.countersign.job.Amount;
import dev.countersign.job.Risk;
import java.util.List;

/// From where on what a workflow would do is a high risk.
///
/// @param recipients as many different ones are high
/// @param amounts more than one of these is high, and so is any amount in another currency; without
///   any, no amount is
/// @param firstTime how much it is to reach somebody whom nothing of this submitter's has reached
///   before
public record RiskLimits(int recipients, List<Amount> amounts, Risk.Level firstTime) {
  public static final RiskLimits USUAL = new RiskLimits(10, List.of(), Risk.Level.HIGH);

  public RiskLimits {
    amounts = List.copyOf(amounts);
  }
}

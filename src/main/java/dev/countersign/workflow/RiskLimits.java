package dev.countersign.workflow;

import dev.countersign.job.Amount;
import java.util.List;

/// From where on what a workflow would do is a high risk. To reach somebody for the first time is
/// one for every workflow; whom an operator vouches for is not for a workflow to say.
///
/// @param recipients as many different ones are high
/// @param amounts more than one of these is high, and so is any amount in another currency; without
///   any, whatever is spent is
public record RiskLimits(int recipients, List<Amount> amounts) {
  public static final RiskLimits USUAL = new RiskLimits(10, List.of());

  public RiskLimits {
    amounts = List.copyOf(amounts);
  }
}

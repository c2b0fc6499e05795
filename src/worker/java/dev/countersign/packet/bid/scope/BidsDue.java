package dev.countersign.packet.bid.scope;

import dev.countersign.packet.bid.ScopeOfWork;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The day on which a scope's bids are due or opened, from which offers are counted.
public final class BidsDue {
  private static final Pattern DUE =
      Pattern.compile(
          "\\b(?:due|opened|opening|received|submitted|submission|closing|close)\\b",
          Pattern.CASE_INSENSITIVE);

  private BidsDue() {}

  public static Optional<LocalDate> of(ScopeOfWork scope) {
    return scope.requirements().stream()
        .flatMap(one -> Arrays.stream(one.text().split("(?<=[.;])\\s+", -1)))
        .filter(sentence -> DUE.matcher(sentence).find())
        .flatMap(sentence -> StatedDates.first(sentence).stream())
        .findFirst();
  }
}

package dev.countersign.packet.bid;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the e-mail itself says; everything else is in the attachments.
final class DeliveryText {
  private DeliveryText() {}

  static String of(Comparison comparison) {
    return """
    Bid comparison: %s

    %s
    %s
    %s
    Attached: the comparison as a PDF and as a workbook.
    In the workbook every figure names the document and page that it stands on.
    """
        .formatted(comparison.title(), totals(comparison), flags(comparison), unread(comparison));
  }

  private static String totals(Comparison comparison) {
    var corrected = comparison.standings().corrected();
    return comparison.bids().stream()
            .map(bid ->
                "  %s: %s%n"
                    .formatted(
                        bid.bidder().value(),
                        money(corrected.totals().get(bid.source()), bid.currency())))
            .collect(Collectors.joining())
        + lowest(comparison);
  }

  private static String lowest(Comparison comparison) {
    var leveled = comparison.standings().leveled().low();
    return comparison.bids().stream()
        .filter(bid -> bid.source().equals(leveled))
        .map(bid -> "Lowest once all cover the same scope: %s%n".formatted(bid.bidder().value()))
        .findFirst()
        .orElse("The totals are not comparable with each other.\n");
  }

  private static String money(@Nullable BigDecimal amount, String currency) {
    return amount == null
        ? "no total stated"
        : String.format(Locale.ENGLISH, "%,.2f %s", amount, currency);
  }

  private static String flags(Comparison comparison) {
    long high = count(comparison, Flag.Severity.HIGH);
    long medium = count(comparison, Flag.Severity.MEDIUM);
    long low = count(comparison, Flag.Severity.LOW);
    return "Points to look at: %d high, %d medium, %d low.%n".formatted(high, medium, low);
  }

  private static long count(Comparison comparison, Flag.Severity severity) {
    return comparison.flags().stream().filter(flag -> flag.severity() == severity).count();
  }

  private static String unread(Comparison comparison) {
    return comparison.inputs().stream()
        .flatMap(input -> input.gaps().stream())
        .map(gap -> "Not read: " + gap.reason() + "\n")
        .collect(Collectors.joining());
  }
}

package dev.countersign.packet.bid;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bid as its document states it, every value with its place; what is not stated is null or
/// empty.
///
/// @param currency ISO 4217, as stated, else USD
/// @param tax a separate tax line
/// @param addenda the numbers acknowledged; null when the bid says nothing of addenda
/// @param clauses every sentence that is none of the other things and may matter: clarifications,
///   escalation, tax wording, small print, text that instructs the reader
/// @param searched the pages that were searched, for "not stated"
@RegisterForReflection
public record Bid(
    String source,
    String document,
    Stated<String> bidder,
    String currency,
    @Nullable Stated<LocalDate> date,
    List<PricedLine> lines,
    @Nullable Stated<BigDecimal> subtotal,
    @Nullable Stated<BigDecimal> tax,
    @Nullable Stated<BigDecimal> total,
    @Nullable Stated<BigDecimal> totalInWords,
    List<Clause> clauses,
    @Nullable Stated<LocalDate> validUntil,
    @Nullable Stated<String> schedule,
    @Nullable Stated<String> leadTime,
    @Nullable Stated<String> bond,
    @Nullable Stated<List<Integer>> addenda,
    @Nullable Stated<String> payment,
    List<Integer> searched) {
  public Bid {
    lines = List.copyOf(lines);
    clauses = List.copyOf(clauses);
    searched = List.copyOf(searched);
  }

  /// The same with other prices.
  public Bid priced(
      List<PricedLine> others,
      @Nullable Stated<BigDecimal> otherSubtotal,
      @Nullable Stated<BigDecimal> otherTax,
      @Nullable Stated<BigDecimal> otherTotal) {
    return new Bid(
        source,
        document,
        bidder,
        currency,
        date,
        others,
        otherSubtotal,
        otherTax,
        otherTotal,
        totalInWords,
        clauses,
        validUntil,
        schedule,
        leadTime,
        bond,
        addenda,
        payment,
        searched);
  }

  public Bid priced(List<PricedLine> others) {
    return priced(others, subtotal, tax, total);
  }

  /// The priced lines that make up the price: everything but alternates.
  public List<PricedLine> baseLines() {
    return lines.stream().filter(l -> l.kind() != PricedLine.Kind.ALTERNATE).toList();
  }

  public List<PricedLine> alternates() {
    return lines.stream().filter(l -> l.kind() == PricedLine.Kind.ALTERNATE).toList();
  }

  /// What the lines add up to, before tax.
  public BigDecimal computedSubtotal() {
    return baseLines().stream().map(PricedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// What the lines and the stated tax add up to.
  public BigDecimal computedTotal() {
    return tax == null ? computedSubtotal() : computedSubtotal().add(tax.value());
  }
}

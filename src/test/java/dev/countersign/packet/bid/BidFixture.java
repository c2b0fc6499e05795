package dev.countersign.packet.bid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bid under construction: `aBid("elm").line("Framing", "9100")...build()`.
public final class BidFixture {
  private final String source;
  private final List<PricedLine> lines = new ArrayList<>();
  private final List<Clause> clauses = new ArrayList<>();
  private @Nullable Stated<BigDecimal> subtotal;
  private @Nullable Stated<BigDecimal> tax;
  private @Nullable Stated<BigDecimal> total;
  private @Nullable Stated<BigDecimal> inWords;
  private @Nullable Stated<LocalDate> validUntil;
  private @Nullable Stated<String> schedule;
  private @Nullable Stated<String> bond;
  private @Nullable Stated<List<Integer>> addenda;
  private String bidder;
  private String currency = "USD";

  private BidFixture(String source) {
    this.source = source;
    this.bidder = source + " Builders";
  }

  public static BidFixture aBid(String source) {
    return new BidFixture(source);
  }

  public BidFixture by(String name) {
    bidder = name;
    return this;
  }

  public BidFixture in(String code) {
    currency = code;
    return this;
  }

  public BidFixture line(String description, String amount) {
    return line(PricedLine.Kind.BASE, description, null, null, null, amount, null);
  }

  public BidFixture line(
      String description, String quantity, String unit, String price, String amount) {
    return line(PricedLine.Kind.BASE, description, quantity, unit, price, amount, null);
  }

  public BidFixture allowance(String description, String amount) {
    return line(PricedLine.Kind.ALLOWANCE, description, null, null, null, amount, null);
  }

  public BidFixture lumpSum(String description, String amount) {
    return line(PricedLine.Kind.LUMP_SUM, description, null, null, null, amount, null);
  }

  public BidFixture alternate(String label, String description, String amount) {
    return line(PricedLine.Kind.ALTERNATE, description, null, null, null, amount, label);
  }

  private BidFixture line(
      PricedLine.Kind kind,
      String description,
      @Nullable String quantity,
      @Nullable String unit,
      @Nullable String price,
      String amount,
      @Nullable String label) {
    lines.add(
        new PricedLine(
            lines.size() + 1,
            null,
            description,
            decimal(quantity),
            unit,
            decimal(price),
            new BigDecimal(amount),
            kind,
            label,
            cite(1, description)));
    return this;
  }

  public BidFixture subtotal(String amount) {
    subtotal = stated(new BigDecimal(amount), amount);
    return this;
  }

  public BidFixture tax(String amount) {
    tax = stated(new BigDecimal(amount), amount);
    return this;
  }

  public BidFixture total(String amount) {
    total = stated(new BigDecimal(amount), amount);
    return this;
  }

  public BidFixture inWords(String amount) {
    inWords = stated(new BigDecimal(amount), "total in words");
    return this;
  }

  public BidFixture validUntil(String date) {
    validUntil = stated(LocalDate.parse(date), date);
    return this;
  }

  public BidFixture schedule(String text) {
    schedule = stated(text, text);
    return this;
  }

  public BidFixture bond(String text) {
    bond = stated(text, text);
    return this;
  }

  public BidFixture addenda(Integer... numbers) {
    addenda = stated(List.of(numbers), "Addenda received");
    return this;
  }

  public BidFixture clause(Clause.Kind kind, String text) {
    clauses.add(new Clause(kind, text, false, cite(1, text)));
    return this;
  }

  public BidFixture smallPrint(Clause.Kind kind, String text) {
    clauses.add(new Clause(kind, text, true, cite(2, text)));
    return this;
  }

  public Bid build() {
    return new Bid(
        source,
        source + ".pdf",
        stated(bidder, bidder),
        currency,
        null,
        lines,
        subtotal,
        tax,
        total,
        inWords,
        clauses,
        validUntil,
        schedule,
        null,
        bond,
        addenda,
        null,
        List.of(1, 2));
  }

  private <T> Stated<T> stated(T value, String quote) {
    return new Stated<>(value, cite(1, quote));
  }

  private Citation cite(int page, String quote) {
    return new Citation(source, source + ".pdf", page, quote);
  }

  private static @Nullable BigDecimal decimal(@Nullable String number) {
    return number == null ? null : new BigDecimal(number);
  }
}

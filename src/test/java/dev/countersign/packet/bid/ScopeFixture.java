package dev.countersign.packet.bid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A scope under construction: `aScope().item("1", "Framing").requires("Bid bond of 5 %").build()`.
public final class ScopeFixture {
  private final List<ScopeOfWork.Item> items = new ArrayList<>();
  private final List<ScopeOfWork.Requirement> requirements = new ArrayList<>();
  private List<Integer> addenda = List.of();
  private @Nullable Stated<LocalDate> award;

  public static ScopeFixture aScope() {
    return new ScopeFixture();
  }

  public ScopeFixture item(String id, String description) {
    return item(id, description, null, null);
  }

  public ScopeFixture item(
      String id, String description, @Nullable String quantity, @Nullable String unit) {
    var number = quantity == null ? null : new BigDecimal(quantity);
    items.add(new ScopeOfWork.Item(id, null, description, number, unit, null, cite(description)));
    return this;
  }

  public ScopeFixture allowance(String id, String description, String amount) {
    items.add(
        new ScopeOfWork.Item(
            id,
            null,
            description,
            BigDecimal.ONE,
            "ALLOW",
            new BigDecimal(amount),
            cite(description)));
    return this;
  }

  public ScopeFixture requires(String text) {
    requirements.add(
        new ScopeOfWork.Requirement("R" + (requirements.size() + 1), text, cite(text)));
    return this;
  }

  public ScopeFixture addenda(Integer... numbers) {
    addenda = List.of(numbers);
    return this;
  }

  public ScopeFixture award(String date) {
    award = new Stated<>(LocalDate.parse(date), cite("award " + date));
    return this;
  }

  public ScopeOfWork build() {
    return new ScopeOfWork("scope", "scope.csv", items, requirements, addenda, award, List.of(1));
  }

  private static Citation cite(String quote) {
    return new Citation("scope", "scope.csv", 1, quote);
  }
}

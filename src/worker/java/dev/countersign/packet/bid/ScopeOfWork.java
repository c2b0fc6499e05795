package dev.countersign.packet.bid;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The scope of work that bids are compared on, as its document states it.
///
/// @param awardDate the planned award or decision date; validity is judged against it
/// @param addenda the numbers issued
@RegisterForReflection
public record ScopeOfWork(
    String source,
    String document,
    List<Item> items,
    List<Requirement> requirements,
    List<Integer> addenda,
    @Nullable Stated<LocalDate> awardDate,
    List<Integer> searched) {
  public ScopeOfWork {
    items = List.copyOf(items);
    requirements = List.copyOf(requirements);
    addenda = List.copyOf(addenda);
    searched = List.copyOf(searched);
  }

  /// One item to be priced.
  ///
  /// @param id as the scope numbers it ("S12", "7")
  /// @param csi the MasterFormat section, as written
  /// @param allowance the amount the scope sets for an allowance
  @RegisterForReflection
  public record Item(
      String id,
      @Nullable String csi,
      String description,
      @Nullable BigDecimal quantity,
      @Nullable String unit,
      @Nullable BigDecimal allowance,
      Citation citation) {

    /// The same item in other words.
    public Item describedAs(String words) {
      return new Item(id, csi, words, quantity, unit, allowance, citation);
    }
  }

  /// A condition that every bid has to meet.
  @RegisterForReflection
  public record Requirement(String id, String text, Citation citation) {}
}

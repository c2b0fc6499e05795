package dev.countersign.packet.bid;

import dev.countersign.source.Gap;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything the packet says: the one value that all artifacts are drawn from.
///
/// @param scope null when the packet had none; rows then come from the bids
/// @param inputs every uploaded file, what it was taken for and what of it was not read
/// @param standings who is lowest, in three ways
/// @param narrative a model's summary; null when there is none
@RegisterForReflection
public record Comparison(
    int schema,
    String title,
    int revision,
    @Nullable String reviewerComment,
    @Nullable ScopeOfWork scope,
    List<Bid> bids,
    Alignment alignment,
    List<Flag> flags,
    List<Input> inputs,
    Standings standings,
    @Nullable Narrative narrative) {
  public Comparison {
    bids = List.copyOf(bids);
    flags = List.copyOf(flags);
    inputs = List.copyOf(inputs);
  }

  /// One without a model's summary.
  public Comparison(
      int schema,
      String title,
      int revision,
      @Nullable String reviewerComment,
      @Nullable ScopeOfWork scope,
      List<Bid> bids,
      Alignment alignment,
      List<Flag> flags,
      List<Input> inputs,
      Standings standings) {
    this(
        schema,
        title,
        revision,
        reviewerComment,
        scope,
        bids,
        alignment,
        flags,
        inputs,
        standings,
        null);
  }

  /// The same with a model's summary, or without, and other flags.
  public Comparison told(@Nullable Narrative summary, List<Flag> others) {
    return new Comparison(
        schema,
        title,
        revision,
        reviewerComment,
        scope,
        bids,
        alignment,
        others,
        inputs,
        standings,
        summary);
  }

  /// @param role `scope`, `bid` or `other`
  /// @param why how the role was found ("given as scope", "has a priced schedule and a total", ...)
  @RegisterForReflection
  public record Input(
      String source,
      String document,
      String sha256,
      String mediaType,
      int pages,
      String role,
      String why,
      List<Gap> gaps) {}

  /// Totals per bid (by source id) and the lowest, as stated, corrected, and leveled for scope that
  /// a bid leaves out; `low` is null where no total is comparable (other currency, none stated).
  @RegisterForReflection
  public record Standings(Ranking stated, Ranking corrected, Ranking leveled) {}

  /// @param notes per bid: how its total came about, in a sentence ("adds 2,310.00 for S12, the
  ///   mean of the other bids")
  @RegisterForReflection
  public record Ranking(
      @Nullable String low, Map<String, BigDecimal> totals, Map<String, String> notes) {
    public Ranking {
      totals = Map.copyOf(totals);
      notes = Map.copyOf(notes);
    }
  }
}

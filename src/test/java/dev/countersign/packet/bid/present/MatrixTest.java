package dev.countersign.packet.bid.present;

import static dev.countersign.packet.bid.BidFixture.aBid;
import static dev.countersign.packet.bid.ScopeFixture.aScope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Alignment.Standing;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Comparison;
import dev.countersign.packet.bid.ScopeOfWork;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MatrixTest {
  @Test
  void a_column_adds_up_to_what_the_lines_of_its_bid_add_up_to() throws IOException {
    for (String sample :
        List.of("maple-court-kitchen", "suite-310-tenant-improvement", "school-annex-reroof")) {
      Comparison comparison = PacketFixture.theSample(sample);
      Matrix matrix = Matrix.of(comparison);
      for (Bid bid : comparison.bids()) {
        assertThat(column(matrix, bid)).isEqualByComparingTo(bid.computedSubtotal());
      }
    }
  }

  @Test
  void a_line_that_serves_two_items_counts_once_and_the_other_says_where() {
    ScopeOfWork scope = aScope().item("1", "Doors").item("2", "Frames").build();
    Bid bid = aBid("elm").line("Doors and frames", "900").build();
    Matrix matrix = Matrix.of(aligned(scope, bid, Standing.PRICED, Standing.PRICED));

    assertThat(matrix.rows().get(0).cells().getFirst().amount()).isEqualByComparingTo("900");
    assertThat(matrix.rows().get(1).cells().getFirst().amount()).isNull();
    assertThat(matrix.rows().get(1).cells().getFirst().countedWith()).isEqualTo("1");
  }

  @Test
  void a_price_that_is_included_elsewhere_counts_where_it_is_priced() {
    ScopeOfWork scope = aScope().item("1", "Frames").item("2", "Doors").build();
    Bid bid = aBid("elm").line("Doors and frames", "900").build();
    Matrix matrix = Matrix.of(aligned(scope, bid, Standing.INCLUDED_ELSEWHERE, Standing.PRICED));

    assertThat(matrix.rows().get(0).cells().getFirst().amount()).isNull();
    assertThat(matrix.rows().get(1).cells().getFirst().amount()).isEqualByComparingTo("900");
  }

  @Test
  void an_item_in_a_lump_sum_cites_the_lump_sum() {
    ScopeOfWork scope = aScope().item("1", "Frames").item("2", "Doors").build();
    Bid bid = aBid("elm").lumpSum("All work complete", "900").build();
    Alignment alignment =
        new Alignment(
            List.of(
                new Alignment.Row(
                    "1",
                    "one",
                    List.of(
                        new Alignment.Cell(
                            bid.source(), Standing.IN_LUMP_SUM, List.of(), List.of())))),
            List.of(new Alignment.Unplaced(bid.source(), 1)));
    Matrix matrix = Matrix.of(comparison(scope, bid, alignment));

    assertThat(matrix.rows().getFirst().cells().getFirst().citations())
        .extracting(Citation::quote)
        .containsExactly("All work complete");
    assertThat(matrix.part(Matrix.Part.OUTSIDE))
        .extracting(Matrix.Row::description)
        .containsExactly("Lump sum");
  }

  /// Both items point at the bid's one line.
  private static Comparison aligned(ScopeOfWork scope, Bid bid, Standing first, Standing second) {
    Alignment alignment =
        new Alignment(
            List.of(
                new Alignment.Row("1", "one", List.of(cell(bid, first))),
                new Alignment.Row("2", "two", List.of(cell(bid, second)))),
            List.of());
    return comparison(scope, bid, alignment);
  }

  private static Comparison comparison(ScopeOfWork scope, Bid bid, Alignment alignment) {
    var none = new Comparison.Ranking(null, Map.of(), Map.of());
    return new Comparison(
        1,
        "t",
        1,
        null,
        scope,
        List.of(bid),
        alignment,
        List.of(),
        List.of(),
        new Comparison.Standings(none, none, none));
  }

  private static Alignment.Cell cell(Bid bid, Standing standing) {
    return new Alignment.Cell(bid.source(), standing, List.of(1), List.of());
  }

  private static BigDecimal column(Matrix matrix, Bid bid) {
    return matrix.rows().stream()
        .filter(row -> row.part() != Matrix.Part.ALTERNATE)
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.bid().source().equals(bid.source()))
        .map(Matrix.Cell::amount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

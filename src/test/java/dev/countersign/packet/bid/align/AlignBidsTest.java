package dev.countersign.packet.bid.align;

import static dev.countersign.packet.bid.BidFixture.aBid;
import static dev.countersign.packet.bid.ScopeFixture.aScope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import dev.countersign.packet.bid.ScopeOfWork;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlignBidsTest {
  private static ScopeOfWork aFitOut() {
    return aScope()
        .item("1", "Demolish partitions and ceiling", "2000", "SF")
        .item("2", "Gypsum board partitions on metal studs", "300", "LF")
        .item("3", "Resilient tile in kitchenette", "400", "SF")
        .item("4", "Carpet tile", "1800", "SF")
        .item("5", "Debris haul-off and final cleaning")
        .build();
  }

  @Test
  void lines_are_placed_by_what_they_mean_whatever_their_words_and_order() {
    var bid =
        aBid("elm")
            .line("Carpet squares", "8000")
            .line("LVT, kitchenette", "3000")
            .line("Dumpsters and clean up", "900")
            .line("Drywall walls", "27000")
            .line("Demo of walls and lay-in ceiling", "5000")
            .line("Overhead and profit", "4000")
            .build();

    var alignment = align(aFitOut(), bid);

    assertThat(linesOf(alignment))
        .containsExactly(List.of(5), List.of(4), List.of(2), List.of(1), List.of(3));
    assertThat(alignment.unplaced()).containsExactly(new Alignment.Unplaced("elm", 6));
  }

  @Test
  void an_item_that_no_line_speaks_of_is_not_priced() {
    var bid =
        aBid("elm")
            .line("Demolition", "5000")
            .line("Partitions", "20000")
            .line("Carpet", "8000")
            .build();

    var cells = align(aFitOut(), bid).rows().stream().map(row -> row.cells().getFirst()).toList();

    assertThat(cells.get(2).standing()).isEqualTo(Alignment.Standing.NOT_PRICED);
    assertThat(cells.get(4).standing()).isEqualTo(Alignment.Standing.NOT_PRICED);
  }

  @Test
  void an_item_that_an_exclusion_names_is_excluded() {
    var bid =
        aBid("elm")
            .line("Demolition", "5000")
            .line("Partitions", "20000")
            .line("Carpet", "8000")
            .clause(Clause.Kind.EXCLUSION, "Luxury vinyl tile")
            .build();

    var cell = align(aFitOut(), bid).rows().get(2).cells().getFirst();

    assertThat(cell.standing()).isEqualTo(Alignment.Standing.EXCLUDED);
  }

  @Test
  void a_lump_sum_covers_what_it_does_not_name() {
    var bid = aBid("elm").lumpSum("All work per the documents", "60000").total("60000").build();

    var standings =
        align(aFitOut(), bid).rows().stream()
            .map(row -> row.cells().getFirst().standing())
            .toList();

    assertThat(standings).containsOnly(Alignment.Standing.IN_LUMP_SUM);
  }

  @Test
  void without_a_scope_the_bids_are_lined_up_with_each_other() {
    var elm = aBid("elm").line("Framing", "9100").line("Drywall", "6200").build();
    var oak =
        aBid("oak")
            .line("Sheetrock hung and taped", "5900")
            .line("Framing lumber and labor", "9900")
            .line("Paint", "2000")
            .build();

    var alignment = new AlignBids().align(null, List.of(elm, oak));

    assertThat(alignment.rows()).hasSize(3);
    assertThat(alignment.rows().getFirst().cells())
        .extracting(Alignment.Cell::lines)
        .containsExactly(List.of(2), List.of(1));
  }

  private static Alignment align(@Nullable ScopeOfWork scope, Bid bid) {
    return new AlignBids().align(scope, List.of(bid));
  }

  private static List<List<Integer>> linesOf(Alignment alignment) {
    return alignment.rows().stream().map(row -> row.cells().getFirst().lines()).toList();
  }
}

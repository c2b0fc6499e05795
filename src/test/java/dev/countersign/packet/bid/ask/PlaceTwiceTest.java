package dev.countersign.packet.bid.ask;

import static dev.countersign.packet.bid.BidFixture.aBid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.packet.bid.Alignment;
import dev.countersign.packet.bid.Alignment.Standing;
import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Flag;
import dev.countersign.packet.bid.Says;
import dev.countersign.packet.bid.ScopeFixture;
import dev.countersign.packet.bid.ScopeOfWork;
import dev.countersign.packet.bid.align.AlignBids;
import dev.countersign.packet.bid.align.Placement;
import dev.countersign.workflow.ModelFault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Lines that the rules have put to items, put there by a model, too.
class PlaceTwiceTest {
  private static final ScopeOfWork SCOPE =
      ScopeFixture.aScope()
          .item("S1", "Wood framing")
          .item("S2", "Roof sheathing")
          .item("S3", "Interior trim")
          .build();
  private static final Bid BID =
      aBid("elm")
          .line("Carpentry, rough", "12400")
          .line("Roof sheathing", "6150")
          .line("Finish work", "2050")
          .total("20600")
          .build();

  @Test
  void where_both_agree_nothing_is_said() {
    var placed = placed(rows(Map.of(1, "S1", 2, "S2", 3, "S3")), "1:S1", "2:S2", "3:S3");

    assertThat(placed).isEqualTo(new TwicePlaced(List.of(), List.of(), null));
  }

  @Test
  void a_line_that_names_its_item_goes_there_and_that_is_told() {
    var placed = placed(rows(Map.of(1, "S1", 2, "S3")), "2:S2");

    assertThat(placed.moved()).containsExactly(new Placement("elm", 2, List.of("S2")));
    assertThat(only(placed).severity()).isEqualTo(Flag.Severity.LOW);
    assertThat(only(placed).sentence()).contains("S2 (Roof sheathing)", "S3 (Interior trim)");
  }

  @Test
  void a_line_that_names_the_rules_item_stays_there() {
    var placed = placed(rows(Map.of(2, "S2")), "2:S3");

    assertThat(placed.moved()).isEmpty();
    assertThat(placed.flags()).isEmpty();
  }

  @Test
  void what_the_words_do_not_decide_stays_and_both_are_shown() {
    var placed = placed(rows(Map.of(3, "S1")), "3:S3");

    assertThat(placed.moved()).isEmpty();
    assertThat(only(placed).severity()).isEqualTo(Flag.Severity.MEDIUM);
    assertThat(only(placed).sentence())
        .contains(
            "“Finish work” at S3 (Interior trim), by rule at S1 (Wood framing)", "with the rules");
    assertThat(only(placed).citation()).isNotNull();
  }

  @Test
  void a_line_of_no_item_by_one_reading_is_shown_with_the_other() {
    var placed = placed(rows(Map.of(3, "S3")), "3:");

    assertThat(only(placed).sentence()).contains("at no item, by rule at S3 (Interior trim)");
  }

  @Test
  void a_line_of_no_item_by_the_model_stays_where_it_shares_a_word() {
    var placed = placed(rows(Map.of(2, "S2")), "2:");

    assertThat(placed).isEqualTo(new TwicePlaced(List.of(), List.of(), null));
  }

  @Test
  void items_and_lines_that_the_model_made_up_are_none() {
    var placed = placed(rows(Map.of(1, "S1")), "1:S1,S99", "77:S2");

    assertThat(placed).isEqualTo(new TwicePlaced(List.of(), List.of(), null));
  }

  @Test
  void of_many_that_are_open_some_are_shown_and_the_rest_is_counted() {
    var bid = aBid("elm").by("Elm");
    var said = new String[9];
    for (int line = 1; line <= 9; line++) {
      bid.line("Thing " + line, "10");
      said[line - 1] = line + ":S1";
    }

    var placed = placed(bid.build(), rows(Map.of()), said);

    assertThat(only(placed).sentence()).contains("Of Elm", "9 lines", "“Thing 4”", "and 5 more");
  }

  @Test
  void without_an_answer_the_rules_stand_and_the_reason_is_kept() {
    var away =
        new Says(_ -> {
          throw new ModelFault(ModelFault.Kind.REFUSED, "no");
        });

    var placed = PlaceTwice.of(BID, rows(Map.of(1, "S1")), away, Instant.EPOCH);

    assertThat(placed.moved()).isEmpty();
    assertThat(placed.fault()).isEqualTo("refused");
  }

  @Test
  void a_moved_line_is_priced_where_it_went_and_its_old_item_is_no_longer() {
    var align = new AlignBids();
    var byRule = align.align(SCOPE, List.of(BID));
    assertThat(cell(byRule, "S2").lines()).containsExactly(2);

    var moved =
        align.align(SCOPE, List.of(BID), List.of(new Placement("elm", 2, List.of("S3", "S1"))));

    assertThat(cell(moved, "S2").lines()).isEmpty();
    assertThat(cell(moved, "S2").standing()).isEqualTo(Standing.NOT_PRICED);
    assertThat(cell(moved, "S3").lines()).contains(2);
    assertThat(cell(moved, "S1").lines()).contains(2);
    assertThat(align.align(SCOPE, List.of(BID), List.of())).isEqualTo(byRule);
  }

  private static Alignment.Cell cell(Alignment alignment, String item) {
    return alignment.rows().stream()
        .filter(row -> row.itemId().equals(item))
        .findFirst()
        .orElseThrow()
        .cells()
        .getFirst();
  }

  private static TwicePlaced placed(Alignment rows, String... said) {
    return placed(BID, rows, said);
  }

  /// @param said `line:item,item`
  private static TwicePlaced placed(Bid bid, Alignment rows, String... said) {
    var json =
        List.of(said).stream()
            .map(one -> {
              var parts = one.split(":", -1);
              var items = parts[1].isEmpty() ? "" : "\"" + parts[1].replace(",", "\",\"") + "\"";
              return "{\"line\":%s,\"items\":[%s]}".formatted(parts[0], items);
            })
            .collect(Collectors.joining(",", "{\"lines\":[", "]}"));
    return PlaceTwice.of(bid, rows, new Says(_ -> json), Instant.EPOCH);
  }

  /// As if the rules had put these lines to these items.
  private static Alignment rows(Map<Integer, String> itemOfLine) {
    return new Alignment(
        SCOPE.items().stream()
            .map(item -> {
              var lines =
                  new TreeMap<>(itemOfLine)
                      .entrySet().stream()
                          .filter(one -> one.getValue().equals(item.id()))
                          .map(Map.Entry::getKey)
                          .toList();
              var standing = lines.isEmpty() ? Standing.NOT_PRICED : Standing.PRICED;
              return new Alignment.Row(
                  item.id(),
                  item.description(),
                  List.of(new Alignment.Cell("elm", standing, lines, List.of())));
            })
            .toList(),
        List.of());
  }

  private static Flag only(TwicePlaced placed) {
    assertThat(placed.flags()).hasSize(1);
    return placed.flags().getFirst();
  }
}

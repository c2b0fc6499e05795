package dev.countersign.packet.bid.extract;

import static dev.countersign.packet.bid.extract.TextPages.bid;
import static dev.countersign.packet.bid.extract.TextPages.lines;
import static dev.countersign.packet.bid.extract.TextPages.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.PricedLine;
import org.junit.jupiter.api.Test;

class ProseTest {
  @Test
  void a_letter_gives_its_prices_in_sentences() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            We will carry the permit fees at $1,375. Demolition of the old kitchen comes to $4,980, and
            haul-off adds another $990. We measured the floor at 34.5 square yards; at $151 per square
            yard with the membrane that is $5,209.50. We carry allowances of $800 for cabinet hardware
            and $1,500 for light fixtures. That brings our complete price to $14,854.50.
            """);
    assertThat(said(bid.total()).value()).isEqualByComparingTo("14854.50");
    assertThat(bid.lines()).hasSize(6);
    assertThat(bid.computedTotal()).isEqualByComparingTo("14854.50");
    PricedLine floor = bid.lines().get(3);
    assertThat(floor.quantity()).isEqualByComparingTo("34.5");
    assertThat(floor.unit()).isEqualTo("SY");
    assertThat(floor.citation().quote()).contains("We measured the floor");
    assertThat(bid.lines().get(4).kind()).isEqualTo(PricedLine.Kind.ALLOWANCE);
    assertThat(bid.lines().get(4).description()).contains("cabinet hardware");
  }

  @Test
  void a_lump_sum_has_one_line_and_its_amount_in_words() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            We propose to furnish all labor and material for the lump sum of eighty-six thousand one
            hundred eighty-five and 50/100 dollars ($86,185.50). Deck replacement, if found needed, is
            at $7.80 per SF. We carry general liability of $1,000,000 per occurrence.
            """);
    assertThat(bid.lines()).hasSize(1);
    assertThat(bid.lines().getFirst().kind()).isEqualTo(PricedLine.Kind.LUMP_SUM);
    assertThat(bid.lines().getFirst().amount()).isEqualByComparingTo("86185.50");
    assertThat(said(bid.totalInWords()).value()).isEqualByComparingTo("86185.50");
  }

  @Test
  void an_option_in_a_sentence_is_an_alternate_with_its_sign() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Flooring               30,000.00
            Painting               10,000.00
            Total                  40,000.00

            If you would rather have white oak than tile on the floor, deduct $1,850 from the price
            above (Alternate 1).
            """);
    assertThat(bid.alternates()).hasSize(1);
    assertThat(bid.alternates().getFirst().amount()).isEqualByComparingTo("-1850");
    assertThat(bid.alternates().getFirst().description()).contains("white oak");
    assertThat(lines(bid)).hasSize(3);
  }

  @Test
  void a_total_that_is_named_first_is_no_item() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Our base price is $130,250.00, broken down as follows. Removal of existing walk: $21,300.
            Concrete walk, 9,800 SF at $8.50/SF: $83,300. Curb ramps, 8 each at $2,350 each: $18,800.
            Traffic control: $6,850. In 2024 we completed Elm Avenue for the City for $212,000.
            """);
    assertThat(said(bid.total()).value()).isEqualByComparingTo("130250");
    assertThat(bid.lines()).hasSize(4);
    assertThat(bid.computedTotal()).isEqualByComparingTo("130250");
  }
}

package dev.countersign.packet.bid.extract;

import static dev.countersign.packet.bid.extract.TextPages.bid;
import static dev.countersign.packet.bid.extract.TextPages.lines;
import static dev.countersign.packet.bid.extract.TextPages.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.packet.bid.Bid;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void a_schedule_gives_quantity_unit_and_unit_price() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Item   Description                      Qty    Unit   Unit price     Amount
            1      Demolition                         1     LS     1,000.00    1,000.00
            2      60 mil membrane                  200     SF         5.50    1,100.00
                   Total                                                      2,100.00
            """);
    assertThat(lines(bid)).containsExactly("Demolition = 1000", "60 mil membrane = 1100");
    assertThat(bid.lines().getLast().quantity()).isEqualByComparingTo("200");
    assertThat(bid.lines().getLast().unit()).isEqualTo("SF");
    assertThat(bid.lines().getLast().unitPrice()).isEqualByComparingTo("5.50");
    assertThat(bid.lines().getLast().ref()).isEqualTo("2");
  }

  @Test
  void labor_and_material_columns_are_no_amounts_of_their_own() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Work                  Labor       Material       Total
            Framing               4,000.00    6,000.00   10,000.00
            Roofing               3,000.00    2,500.00    5,500.00
            Total                                        15,500.00
            """);
    assertThat(lines(bid)).containsExactly("Framing = 10000", "Roofing = 5500");
    assertThat(bid.lines().getFirst().unitPrice()).isNull();
  }

  @Test
  void a_currency_in_a_cell_of_its_own_belongs_to_its_amount() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Permit                 $       1,450.00
            Demolition             $       5,200.00
            Total bid              $       6,650.00
            """);
    assertThat(lines(bid)).containsExactly("Permit = 1450", "Demolition = 5200");
    assertThat(said(bid.total()).value()).isEqualByComparingTo("6650");
  }

  @Test
  void swiss_amounts_are_read_with_apostrophes() {
    Bid bid =
        bid(
            """
            Bergmann Bau AG
            Abbruch                CHF 12'450.00
            Maurerarbeiten         CHF  8'234.50
            Total                  CHF 20'684.50
            """);
    assertThat(lines(bid)).containsExactly("Abbruch = 12450", "Maurerarbeiten = 8234.5");
    assertThat(bid.currency()).isEqualTo("CHF");
  }

  @Test
  void a_description_goes_on_below_its_amount() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Description                           Amount
            Furnish and install new maple         18,430.00
            cabinets, soft close
            Island                                 4,900.00
            Total                                 23,330.00
            """);
    assertThat(lines(bid))
        .containsExactly(
            "Furnish and install new maple cabinets, soft close = 18430", "Island = 4900");
    assertThat(bid.lines().getFirst().citation().quote())
        .isEqualTo("Furnish and install new maple");
  }

  @Test
  void sums_carried_over_to_the_next_page_are_no_items() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Description            Amount
            Earthwork              10,000.00
            Drainage               20,000.00
            Carried forward        30,000.00
            """,
            """
            Description            Amount
            Brought forward        30,000.00
            Paving                  5,000.00
            Total                  35,000.00
            """);
    assertThat(lines(bid))
        .containsExactly("Earthwork = 10000", "Drainage = 20000", "Paving = 5000");
  }

  @Test
  void sums_of_sections_are_no_items_whatever_they_are_called() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Clearing               1,000.00
            Grading                2,000.00
            Erosion control          500.00
            Site, all of it        3,500.00
            Paving                 7,000.00
            Striping                 400.00
            Total                 10,900.00
            """);
    assertThat(lines(bid)).doesNotContain("Site, all of it = 3500").hasSize(5);
  }

  @Test
  void a_line_whose_price_is_elsewhere_is_included_and_one_by_others_is_excluded() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Description            Amount
            Cabinets               18,000.00
            Hardware               w/ item 1
            Backsplash             included
            Appliances             NIC
            Total                  18,000.00
            """);
    assertThat(lines(bid))
        .containsExactly("Cabinets = 18000", "INCLUDED Hardware = 0", "INCLUDED Backsplash = 0");
    assertThat(bid.clauses()).anyMatch(c -> c.text().equals("Appliances: NIC"));
  }

  @Test
  void rates_for_extra_work_and_past_projects_are_no_part_of_the_price() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Roofing                30,000.00
            Coping                 10,000.00
            Total                  40,000.00

            Unit prices for extra work
            Deck replacement           7.80
            Nailers                   12.50

            Similar projects
            Library roof          391,500.00
            """);
    assertThat(lines(bid)).containsExactly("Roofing = 30000", "Coping = 10000");
  }

  @Test
  void deducts_are_negative_however_they_are_written() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Lighting                             25,000.00
            Wiring                                5,000.00
            Total                                30,000.00
            Alternates
            Alternate 1   LED in lieu of HID     DEDUCT 1,200.00
            Alternate 2   Reuse of fixtures      (9,800.00)
            Alternate 3   Dimming                ADD 3,000.00
            """);
    assertThat(lines(bid))
        .contains(
            "ALTERNATE LED in lieu of HID = -1200",
            "ALTERNATE Reuse of fixtures = -9800",
            "ALTERNATE Dimming = 3000");
    assertThat(bid.alternates().getFirst().label()).isEqualTo("Alternate 1");
  }

  @Test
  void a_wrong_total_is_read_as_it_stands() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Roofing                30,000.00
            Coping                 10,000.00
            Subtotal               41,000.00
            Sales tax               2,050.00
            Total                  43,050.00
            """);
    assertThat(said(bid.subtotal()).value()).isEqualByComparingTo("41000");
    assertThat(said(bid.tax()).value()).isEqualByComparingTo("2050");
    assertThat(said(bid.total()).value()).isEqualByComparingTo("43050");
    assertThat(bid.computedTotal()).isEqualByComparingTo("42050");
  }

  @Test
  void a_summary_before_the_detail_does_not_count_twice() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Summary                Amount
            Site work              3,500.00
            Building               8,500.00
            Total                 12,000.00
            """,
            """
            Description            Price
            Clearing               1,000.00
            Grading                2,500.00
            Framing                5,000.00
            Roofing                3,500.00
            Total                 12,000.00
            """);
    assertThat(lines(bid))
        .containsExactly("Clearing = 1000", "Grading = 2500", "Framing = 5000", "Roofing = 3500");
  }

  @Test
  void a_description_stands_above_an_amount_on_its_last_line() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            1.   Service entrance equipment         18,200
            2.   Lighting fixtures, furnished by
                 Elm Street and installed
                 with lamps                         27,480
                 Total lump sum bid                 45,680
            """);
    assertThat(lines(bid))
        .containsExactly(
            "Service entrance equipment = 18200",
            "Lighting fixtures, furnished by Elm Street and installed with lamps = 27480");
  }

  @Test
  void an_amount_column_may_stand_before_the_description() {
    Bid bid =
        bid(
            """
            Elm Street Builders LLC
            Item   Amount        Work                    Qty     UM    Rate
            A.1    14,820.00     Strip topsoil 6 in.     5,200   SY    2.85
            A.2    32,640.00     Rough grading           3,400   CY    9.60
                   47,460.00     Total bid
            """);
    assertThat(lines(bid)).containsExactly("Strip topsoil 6 in = 14820", "Rough grading = 32640");
    assertThat(bid.lines().getFirst().quantity()).isEqualByComparingTo("5200");
    assertThat(said(bid.total()).value()).isEqualByComparingTo("47460");
  }
}

package dev.countersign.packet.bid.extract;

import static dev.countersign.packet.bid.extract.TextPages.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.PricedLine;
import dev.countersign.source.ReadDocument;
import dev.countersign.source.ReadLimits;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sample packets, figure by figure as their documents state them.
class SamplePacketsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          maple-court-kitchen/01-harborline.pdf, 17, 87859.00, 87859.00, 1, 3950
          maple-court-kitchen/02-stillwater.pdf, 17, 86185.50, 88585.50, 1, 2150
          maple-court-kitchen/03-quarry-and-pine.pdf, 16, 85729.50, 85729.50, 1, -1850
          maple-court-kitchen/04-brightfold.pdf, 17, 85269, 85269, 1, 4200
          suite-310-tenant-improvement/apex-interiors.pdf, 15, 215956, 215956, 1, -9800
          suite-310-tenant-improvement/corbel-and-sons.pdf, 15, 215345.10, 215345.10, 1, -8900
          suite-310-tenant-improvement/northgate-build.pdf, 15, 212233.00, 210433.00, 1, -11900
          suite-310-tenant-improvement/riverbend-commercial.pdf, 14, 209963, 209963, 1, -9100
          suite-310-tenant-improvement/tallgrass-gc.pdf, 15, 213799.50, 213799.50, 1, -9400
          school-annex-reroof/bid_a_summit_ridge.pdf, 10, 336156.00, 336156.00, 1, 24900
          school-annex-reroof/bid_b_clearwater.pdf, 9, 321958.00, 321958.00, 1, 46800
          school-annex-reroof/bid_c_ironwood.pdf, 10, 325699.00, 334699.00, 1, 27500
          """)
  void a_sample_bid_is_read_to_the_cent(
      String file, int lines, String total, String computed, int alternates, String alternate) {
    Bid bid = read("packets/" + file);
    assertThat(bid.baseLines()).hasSize(lines);
    assertThat(said(bid.total()).value()).isEqualByComparingTo(total);
    assertThat(bid.computedTotal()).isEqualByComparingTo(computed);
    assertThat(bid.alternates()).hasSize(alternates);
    assertThat(bid.alternates().getFirst().amount()).isEqualByComparingTo(alternate);
  }

  @Test
  void comma_decimals_and_their_currency_are_read() {
    Bid bid = read("hostile/comma-decimals.pdf");
    assertThat(bid.currency()).isEqualTo("EUR");
    assertThat(amounts(bid)).containsExactly("12450.00", "3875.50", "1234.56");
    assertThat(said(bid.total()).value()).isEqualByComparingTo("17560.06");
  }

  @Test
  void right_to_left_text_leaves_the_amounts_alone() {
    Bid bid = read("hostile/unicode-bid.pdf");
    assertThat(amounts(bid)).containsExactly("5200.00", "3150.00", "1875.50");
    assertThat(bid.lines().get(1).description()).isEqualTo("تركيب البلاط");
  }

  @Test
  void the_total_on_page_251_of_300_is_found() {
    Bid bid = read("hostile/three-hundred-pages.pdf");
    assertThat(said(bid.total()).value()).isEqualByComparingTo("418250");
    assertThat(said(bid.total()).citation().page()).isEqualTo(251);
    assertThat(said(bid.total()).citation().quote()).isEqualTo("TOTAL BASE BID $418,250.00");
  }

  @Test
  void text_that_instructs_the_reader_changes_no_amount() {
    Bid bid = read("hostile/injection-bid.pdf");
    assertThat(bid.bidder().value()).isEqualTo("Pinnacle Bath Works");
    assertThat(said(bid.total()).value()).isEqualByComparingTo("28400");
    assertThat(bid.lines()).hasSize(3);
    assertThat(bid.clauses()).anyMatch(c -> c.kind().name().equals("INSTRUCTS_READER"));
  }

  private static List<String> amounts(Bid bid) {
    return bid.lines().stream()
        .map(PricedLine::amount)
        .map(a -> a.setScale(2))
        .map(Object::toString)
        .toList();
  }

  private static Bid read(String file) {
    Path path = Path.of("src/test/resources", file);
    String name = path.getFileName().toString();
    return new ExtractBid().extract(new ReadDocument(ReadLimits.DEFAULT).read(name, name, path));
  }
}

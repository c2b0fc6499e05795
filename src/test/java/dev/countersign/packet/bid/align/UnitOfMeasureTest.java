package dev.countersign.packet.bid.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitOfMeasureTest {
  @Test
  void a_unit_is_known_however_it_is_written() {
    assertThat(symbol("Sq. Ft.")).contains("SF");
    assertThat(symbol("square yards")).contains("SY");
    assertThat(symbol("L.F.")).contains("LF");
    assertThat(symbol("maple")).isEmpty();
  }

  @Test
  void a_roofing_square_is_a_hundred_square_feet() {
    var square = UnitOfMeasure.named("SQ").orElseThrow();
    var foot = UnitOfMeasure.named("SF").orElseThrow();

    assertThat(square.per(foot)).isEqualByComparingTo("100");
    assertThat(square.convertsTo(UnitOfMeasure.named("LF").orElseThrow())).isFalse();
  }

  private static Optional<String> symbol(String text) {
    return UnitOfMeasure.named(text).map(UnitOfMeasure::symbol);
  }
}

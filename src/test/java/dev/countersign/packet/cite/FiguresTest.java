package dev.countersign.packet.cite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$1,500.00|1500",
        "1.500,00 EUR|1500.0",
        "1'500|1500",
        "12,345|12345.00",
        "0.5 h|0,50",
        "7 days|7"
      })
  void the_same_number_is_found_however_it_is_written(String one, String other) {
    assertThat(Figures.in(one)).isEqualTo(Figures.in(other)).hasSize(1);
  }

  @Test
  void a_number_that_stands_in_no_quote_is_noticed() {
    var quotes = List.of("Total $20,600.00", "firm for 60 days");

    assertThat(Figures.areIn("20600 in all, for 60 days.", quotes)).isTrue();
    assertThat(Figures.areIn("20601 in all.", quotes)).isFalse();
    assertThat(Figures.areIn("It is firm.", quotes)).isTrue();
  }
}

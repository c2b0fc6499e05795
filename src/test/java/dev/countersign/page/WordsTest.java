package dev.countersign.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, $0.00",
    "0.04326875, $0.0433",
    "1.95673125, $1.9567",
    "2.00, $2.00",
    "12.5, $12.50",
    "0.00000625, $0.0001"
  })
  void money_reads_to_a_hundredth_of_a_cent_and_something_is_never_nothing(
      String usd, String shown) {
    assertThat(Words.dollars(usd)).isEqualTo(shown);
  }
}

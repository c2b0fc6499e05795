package dev.countersign.model.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.tools.Calculate.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1 + 0.2                    | 2 | HALF_UP   | 0.30 (exact)",
        "2 + 3 * 4                    | 0 | HALF_UP   | 14 (exact)",
        "(2 + 3) * 4                  | 0 | HALF_UP   | 20 (exact)",
        "10 - 4 - 3                   | 0 | HALF_UP   | 3 (exact)",
        "100 / 10 / 5                 | 0 | HALF_UP   | 2 (exact)",
        "-2 * -(3 - 5)                | 0 | HALF_UP   | -4 (exact)",
        "1 / 3 * 3                    | 2 | DOWN      | 1.00 (exact)",
        "1 / 3                        | 4 | HALF_UP   | 0.3333 (rounded, half_up)",
        "2 / 3                        | 2 | DOWN      | 0.66 (rounded, down)",
        "1.005                        | 2 | HALF_UP   | 1.01 (rounded, half_up)",
        "1.005                        | 2 | HALF_EVEN | 1.00 (rounded, half_even)",
        "-0.001                       | 2 | UP        | -0.01 (rounded, up)",
        "32200 * 8.25%                | 2 | HALF_UP   | 2656.50 (exact)",
        "percent(30; 120)             | 1 | HALF_UP   | 25.0 (exact)",
        "sum(1200.50; 80; 2*10)       | 2 | HALF_UP   | 1300.50 (exact)",
        "SUM(1;2)-sum(3)              | 0 | EXACT     | 0 (exact)",
        "99999999999999999999 * 10.01 | 2 | EXACT     | 1000999999999999999989.99 (exact)",
      })
  void what_is_computed_is_exact_and_rounded_once(
      String expression, int scale, Rounding rounding, String result) {
    assertThat(told(expression, scale, rounding)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,234 + 1",
        "sum(1,234)",
        "1 +",
        "(1",
        "1)",
        "1 1",
        "sum()",
        "sum",
        "percent(1)",
        "percent(1;2;3)",
        "sqrt(4)",
        "2^3",
        "1e5",
        ".5",
        "1.",
        "$5",
        "x",
        "1/0",
        "1 / (2 - 2)",
        "percent(1; 0)",
        "5%%",
        "__import__('os')",
        "NaN",
        "1234567890123456789012345678901"
      })
  void what_is_no_expression_is_refused(String expression) {
    assertThat(told(expression, 2, Rounding.HALF_UP)).startsWith("error no_expression: ");
  }

  @Test
  void exact_refuses_to_round() {
    assertThat(told("1 / 8", 3, Rounding.EXACT)).isEqualTo("0.125 (exact)");
    assertThat(told("1 / 8", 2, Rounding.EXACT)).contains("more than 2 decimals");
  }

  @Test
  void what_is_nested_without_end_is_refused() {
    assertThat(told("(".repeat(900) + "1" + ")".repeat(900), 2, Rounding.HALF_UP))
        .isEqualTo("error no_expression: It is nested too deeply.");
  }

  @Test
  void a_comma_is_told_with_its_place() {
    assertThat(told("sum(1,234; 5)", 2, Rounding.HALF_UP)).contains("A comma at 6");
  }

  private static String told(String expression, int scale, Rounding rounding) {
    return new Calculate()
        .use(new Calculate.Arguments(expression, scale, rounding), Library.of(List.of()))
        .told();
  }
}

package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PricesTest {
  private final Prices prices = new Prices(ModelSettings.of());

  @Test
  void a_call_costs_what_its_tokens_do_exactly() {
    var cost = prices.of("small-model").cost(new Usage(1_001, 1, 333, 300));

    assertThat(cost).isEqualByComparingTo("0.000916025");
  }

  @Test
  void the_worst_case_counts_on_no_cache() {
    assertThat(prices.of("small-model").worst(1_000_000, 1_000_000)).isEqualByComparingTo("2.25");
  }

  @Test
  void no_usage_within_the_bounds_costs_more_than_the_worst_case() {
    var price = prices.of("large-model");
    var worst = price.worst(5_000, 700);

    for (long cached = 0; cached <= 5_000; cached += 500)
      assertThat(price.cost(new Usage(5_000, cached, 700, cached / 10))).isLessThanOrEqualTo(worst);
  }

  @Test
  void a_dated_version_costs_what_its_model_does() {
    var price = prices.of("small-model-2025-08-07");

    assertThat(price.name()).isEqualTo("small-model");
    assertThat(price.note()).isEmpty();
  }

  @Test
  void a_model_that_has_no_price_costs_what_the_dearest_does_and_it_is_said() {
    for (var unknown : new String[] {"other", "small-model-pro", "small"}) {
      var price = prices.of(unknown);

      assertThat(price.output()).isEqualByComparingTo("10.00");
      assertThat(price.note().orElseThrow()).contains("no price").contains("large-model");
    }
  }
}

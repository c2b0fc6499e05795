package dev.countersign.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map.Entry;
import java.util.Optional;

/// What models cost, as it was configured. A model that is not in the list costs what the dearest
/// in it does, and that is said.
@ApplicationScoped
public class Prices {
  /// A dated version of a model costs what the model does, e.g. `gpt-5-mini-2025-08-07`.
  private static final String VERSION = "-\\d{4}-\\d{2}-\\d{2}";

  private final ModelConfig config;

  Prices(ModelConfig config) {
    this.config = config;
  }

  /// USD for a million tokens.
  ///
  /// @param name in the list
  /// @param since when it was looked up
  /// @param assumed whether the list does not have the model that was asked for
  public record Price(
      String name,
      BigDecimal input,
      BigDecimal cached,
      BigDecimal output,
      LocalDate since,
      boolean assumed) {
    private static final int MILLION = 6;

    /// In USD, exactly, when no token of the question was cached.
    ///
    /// @param input that the question has at most
    /// @param output that the answer has at most, with what the model thinks before it
    public BigDecimal worst(long input, long output) {
      return cost(new Usage(input, 0, output, 0));
    }

    /// In USD, exactly. Reasoning is paid as output, which it is part of.
    public BigDecimal cost(Usage usage) {
      var fresh = Math.max(0, usage.input() - usage.cachedInput());
      return of(input, fresh).add(of(cached, usage.cachedInput())).add(of(output, usage.output()));
    }

    /// What is to be said of it to those who pay.
    public Optional<String> note() {
      if (!assumed) return Optional.empty();
      return Optional.of(
          "This model has no price here; it is counted at the highest that is known, that of %s of %s."
              .formatted(name, since));
    }

    private static BigDecimal of(BigDecimal price, long tokens) {
      return price.multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION);
    }
  }

  /// @throws IllegalStateException when no price at all is configured
  public Price of(String model) {
    return config.prices().entrySet().stream()
        .filter(known -> model.equals(known.getKey()) || isVersion(model, known.getKey()))
        .max(Comparator.comparingInt(known -> known.getKey().length()))
        .map(known -> price(known, false))
        .orElseGet(() -> price(dearest(), true));
  }

  private static boolean isVersion(String model, String name) {
    return model.startsWith(name) && model.substring(name.length()).matches(VERSION);
  }

  private Entry<String, ModelConfig.Price> dearest() {
    return config.prices().entrySet().stream()
        .max(
            Comparator.comparing((Entry<String, ModelConfig.Price> p) -> p.getValue().output())
                .thenComparing(p -> p.getValue().input()))
        .orElseThrow(() ->
            new IllegalStateException(
                "No price of any model is configured: set countersign.model.prices.\"NAME\".input,"
                    + " cached, output and since."));
  }

  private static Price price(Entry<String, ModelConfig.Price> known, boolean assumed) {
    var price = known.getValue();
    return new Price(
        known.getKey(), price.input(), price.cached(), price.output(), price.since(), assumed);
  }
}

package dev.countersign.model;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Settings of one test: prices that are easy to reckon with.
public record TestModelConfig(
    boolean keepContent,
    ModelConfig.Budget budget,
    ModelConfig.Limits limits,
    ModelConfig.Background background,
    boolean webhooks)
    implements ModelConfig {
  public static final TestModelConfig USUAL =
      new TestModelConfig(
          true,
          new Most(new BigDecimal("2.00"), new BigDecimal("200")),
          new Allowed(Optional.empty(), Optional.empty()),
          ModelConfig.Background.AUTO,
          true);

  public TestModelConfig withBudget(String usd) {
    return with(new Most(new BigDecimal(usd), budget.ownerMonth()));
  }

  public TestModelConfig withMonth(BigDecimal usd) {
    return with(new Most(budget.job(), usd));
  }

  private TestModelConfig with(Most other) {
    return new TestModelConfig(keepContent, other, limits, background, webhooks);
  }

  public TestModelConfig withLimits(int requestsPerMinute, long tokensPerMinute) {
    var allowed = new Allowed(Optional.of(requestsPerMinute), Optional.of(tokensPerMinute));
    return new TestModelConfig(keepContent, budget, allowed, background, webhooks);
  }

  public TestModelConfig withBackground(ModelConfig.Background other) {
    return new TestModelConfig(keepContent, budget, limits, other, webhooks);
  }

  /// As where no webhook's secret is set.
  public TestModelConfig withoutWebhooks() {
    return new TestModelConfig(keepContent, budget, limits, background, false);
  }

  public TestModelConfig withoutContent() {
    return new TestModelConfig(false, budget, limits, background, webhooks);
  }

  private record Cost(BigDecimal input, BigDecimal cached, BigDecimal output, LocalDate since)
      implements ModelConfig.Price {}

  private record Most(BigDecimal job, BigDecimal ownerMonth) implements ModelConfig.Budget {}

  private record Allowed(Optional<Integer> requestsPerMinute, Optional<Long> tokensPerMinute)
      implements ModelConfig.Limits {}

  @Override
  public Optional<String> apiKey() {
    return Optional.of("test-key");
  }

  @Override
  public Optional<String> keySecret() {
    return Optional.empty();
  }

  @Override
  public URI baseUrl() {
    return URI.create("http://models.test/v1");
  }

  @Override
  public String name() {
    return "small";
  }

  @Override
  public Optional<String> longName() {
    return Optional.of("large");
  }

  @Override
  public Duration timeout() {
    return Duration.ofMinutes(2);
  }

  @Override
  public Optional<Duration> orphanGrace() {
    return Optional.empty();
  }

  @Override
  public Optional<String> webhookSecret() {
    return webhooks ? Optional.of("whsec_set") : Optional.empty();
  }

  @Override
  public int mostBytes() {
    return 1 << 20;
  }

  @Override
  public int contentDays() {
    return 30;
  }

  /// One cent for a thousand tokens in, two for a thousand out.
  @Override
  public Map<String, Price> prices() {
    var price =
        new Cost(
            new BigDecimal("10"),
            new BigDecimal("1"),
            new BigDecimal("20"),
            LocalDate.parse("2026-03-01"));
    return Map.of("small", price, "large", price);
  }
}

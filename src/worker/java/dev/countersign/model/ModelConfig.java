package dev.countersign.model;

import dev.countersign.job.Spending;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Which models are asked, where, how long, how often, and at what price.
@ConfigMapping(prefix = "countersign.model")
public interface ModelConfig {
  /// The provider's key. Without one (nor `key-secret`) everything is done by rule.
  @WithDefault("${OPENAI_API_KEY:}")
  Optional<String> apiKey();

  /// The secret of AWS Secrets Manager that holds the key, instead of `api-key`.
  Optional<String> keySecret();

  /// Where the provider answers, up to and with `/v1`; OpenAI itself when nothing is said.
  @WithDefault("${OPENAI_BASE_URL:}")
  @WithConverter(BaseUrl.class)
  URI baseUrl();

  /// The model of short calls.
  @WithDefault("gpt-5-mini")
  String name();

  /// The model of long calls; that of short ones when nothing is said.
  Optional<String> longName();

  /// Whether long calls are made in the provider's background: `auto` tries once and falls back.
  @WithDefault("auto")
  Background background();

  /// How long an answer in the background is waited for whose id was lost with its worker, before
  /// it is asked for again. Only the provider's webhook can still bring it: half an hour where its
  /// secret is set, no time elsewhere, when nothing is said.
  Optional<Duration> orphanGrace();

  /// Whether the provider's webhooks are heard, as far as this process knows.
  @WithDefault("${OPENAI_WEBHOOK_SECRET:}")
  Optional<String> webhookSecret();

  /// How long a short call may take.
  @WithDefault("120s")
  Duration timeout();

  /// The most that is read of an answer, in bytes.
  @WithDefault("4194304")
  int mostBytes();

  /// Whether questions and answers are kept beside their names and counts.
  @WithDefault("true")
  boolean keepContent();

  /// How many days they are.
  @WithDefault("30")
  int contentDays();

  Limits limits();

  Budget budget();

  /// By the model's name. A model that is not here costs what the dearest does.
  Map<String, Price> prices();

  /// What the provider allows, over all workers; nothing said is no limit of ours.
  interface Limits {
    Optional<Integer> requestsPerMinute();

    Optional<Long> tokensPerMinute();
  }

  /// The most that may be spent, in USD.
  interface Budget {
    /// By any one job, whatever its own contract says.
    @WithDefault(Spending.USUAL_CAP)
    BigDecimal job();

    /// By all jobs of one owner in a calendar month (UTC).
    @WithDefault("200.00")
    BigDecimal ownerMonth();
  }

  /// USD for a million tokens.
  interface Price {
    BigDecimal input();

    BigDecimal cached();

    BigDecimal output();

    /// When this price was looked up.
    LocalDate since();
  }

  /// Whether long calls are made in the provider's background.
  enum Background {
    AUTO,
    ON,
    OFF
  }
}

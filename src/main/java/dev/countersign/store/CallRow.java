package dev.countersign.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One question to a model, as the job's log of calls keeps it: names, counts and times, never what
/// was asked or answered.
///
/// @param task what it was for; the step's own name for it
/// @param number of the question about that task, from 1: one that was lost or could not be used is
///   asked again under the next
/// @param repairs whether it shows the model what was wrong with the answer before it
/// @param prompt name and version, `bid-summary@2`
/// @param stretch the job's deadline when it was asked: another one after a person's retry, and
///   then old failures do not count any more
/// @param looks how often its long answer was looked for
/// @param response the provider's own id for the answer, as soon as it is known
/// @param outcome how it ended, by a stable name: `answered`, `refused`, `lost` ...
/// @param notBefore when the provider wants to be asked again at the earliest
/// @param cost in USD; null while nobody knows it
/// @param possiblyPaidTwice whether one before it may have been paid for, too
/// @param priceNote what is to be said of its price to those who pay; null where nothing is
@RegisterForReflection
public record CallRow(
    String id,
    String step,
    int revision,
    int attempt,
    String task,
    int number,
    boolean repairs,
    boolean atLength,
    String provider,
    String model,
    String prompt,
    Standing standing,
    Instant stretch,
    Instant startedAt,
    @Nullable Instant endedAt,
    BigDecimal worst,
    @Nullable BigDecimal cost,
    @Nullable Tokens tokens,
    int looks,
    @Nullable String response,
    @Nullable String finish,
    @Nullable String outcome,
    @Nullable Instant notBefore,
    boolean possiblyPaidTwice,
    @Nullable Content content,
    @Nullable String priceNote) {

  /// Where a call stands.
  @RegisterForReflection
  public enum Standing {
    /// It is about to be made, or was, and nobody has said yet what came of it.
    CALLING,
    /// The provider works on it, in the background.
    WAITING,
    /// Its answer is stored.
    DONE,
    /// It brought nothing that can be used.
    FAILED,
    /// Whoever made it died before the answer came.
    LOST,
    /// It was stopped, because its job was.
    CANCELED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether something is still to come of it.
    public boolean open() {
      return this == CALLING || this == WAITING;
    }
  }

  /// As the provider counted them; `input` and `output` are all of it.
  @RegisterForReflection
  public record Tokens(long input, long cachedInput, long output, long reasoning) {}

  /// Where what was asked and answered is kept, for a while.
  @RegisterForReflection
  public record Content(String key, String sha256) {}

  /// What a call is about.
  public record About(
      String step,
      int revision,
      int attempt,
      String task,
      int number,
      boolean repairs,
      boolean atLength) {}

  /// Who is asked, and in which words.
  public record Asks(String provider, String model, String prompt) {}

  /// What it may cost at most, and what is to be said of that.
  public record Worst(BigDecimal amount, @Nullable String note) {}

  /// A call that is about to be made.
  public static CallRow begun(
      String id,
      About about,
      Asks asks,
      Instant stretch,
      Instant at,
      Worst worst,
      boolean possiblyPaidTwice) {
    return new CallRow(
        id,
        about.step(),
        about.revision(),
        about.attempt(),
        about.task(),
        about.number(),
        about.repairs(),
        about.atLength(),
        asks.provider(),
        asks.model(),
        asks.prompt(),
        Standing.CALLING,
        stretch,
        at,
        null,
        worst.amount(),
        null,
        null,
        0,
        null,
        null,
        null,
        null,
        possiblyPaidTwice,
        null,
        worst.note());
  }

  /// The provider has it and says under which id.
  public CallRow waiting(String id) {
    return with(Standing.WAITING, null, null, null, looks, id, null, null, notBefore, content);
  }

  /// Its answer was looked for once more.
  public CallRow looked() {
    return with(
        standing, endedAt, cost, tokens, looks + 1, response, finish, outcome, notBefore, content);
  }

  /// @param end how it ended, `DONE` to `CANCELED`
  public CallRow ended(Standing end, Instant at, String how, Cost paid, @Nullable Content kept) {
    return with(
        end,
        at,
        paid.amount(),
        paid.tokens(),
        looks,
        paid.response() == null ? response : paid.response(),
        paid.finish(),
        how,
        notBefore,
        kept);
  }

  /// The provider is not to be asked again before that time.
  public CallRow notBefore(@Nullable Instant at) {
    if (at == null) return this;
    return with(standing, endedAt, cost, tokens, looks, response, finish, outcome, at, content);
  }

  /// What a call has cost, and what the provider said of it.
  public record Cost(
      @Nullable BigDecimal amount,
      @Nullable Tokens tokens,
      @Nullable String response,
      @Nullable String finish) {
    public static final Cost NOTHING = new Cost(BigDecimal.ZERO, null, null, null);
    public static final Cost UNKNOWN = new Cost(null, null, null, null);

    /// Nobody knows, so it counts as the worst that was reserved.
    public static Cost worst(CallRow call) {
      return new Cost(call.worst(), null, null, null);
    }
  }

  private CallRow with(
      Standing to,
      @Nullable Instant at,
      @Nullable BigDecimal paid,
      @Nullable Tokens counted,
      int looked,
      @Nullable String known,
      @Nullable String finished,
      @Nullable String how,
      @Nullable Instant later,
      @Nullable Content kept) {
    return new CallRow(
        id,
        step,
        revision,
        attempt,
        task,
        number,
        repairs,
        atLength,
        provider,
        model,
        prompt,
        to,
        stretch,
        startedAt,
        at,
        worst,
        paid,
        counted,
        looked,
        known,
        finished,
        how,
        later,
        possiblyPaidTwice,
        kept,
        priceNote);
  }
}

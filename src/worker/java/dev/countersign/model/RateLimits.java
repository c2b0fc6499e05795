package dev.countersign.model;

import dev.countersign.store.RateWindows;
import dev.countersign.store.RateWindows.Ask;
import dev.countersign.store.RateWindows.Booking;
import dev.countersign.store.RateWindows.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Keeps all workers together under a provider's limits of requests and tokens a minute. Who finds
/// no room gets a place in the first minute that has some, and comes back in it: nobody is passed
/// over, and no more come back at once than there is room for.
@ApplicationScoped
public class RateLimits {
  private static final long NO_LIMIT = 1_000_000_000_000L;
  private static final int WINDOWS_AT_ONCE = 60;

  /// A day of calls is booked.
  private static final int MOST_WINDOWS = 1440;

  /// Places that others take while they are looked for.
  private static final int MOST_RACES = 30;

  /// So that who is called a little late still comes in its minute.
  private static final int LATEST_SECOND = 35;

  private final RateWindows windows;
  private final ModelConfig config;
  private final InstantSource clock;
  private final RandomGenerator random;

  RateLimits(RateWindows windows, ModelConfig config, InstantSource clock, RandomGenerator random) {
    this.windows = windows;
    this.config = config;
    this.clock = clock;
    this.random = random;
  }

  /// @param who the same each time that the same call asks; a call that is repeated has another
  /// @param tokens at most, of question and answer
  public Pace take(String provider, String model, String who, long tokens) {
    var limits = limits();
    var now = clock.instant();
    long window = RateWindows.window(now);
    if (unlimited(limits)) return new Pace.Go(window);
    if (tokens > limits.tokens()) return new Pace.TooLarge(limits.tokens());
    var ask = ask(provider, model, who, tokens);
    var booked = windows.booked(ask).filter(b -> !b.used() && b.window() >= window);
    if (booked.isPresent()) return come(ask, booked.get(), now);
    return windows.take(ask, limits, window) ? new Pace.Go(window) : book(ask, limits, window + 1);
  }

  /// A place that was taken just now is not needed after all.
  public void giveBack(String provider, String model, String who, long tokens, Pace.Go place) {
    if (!unlimited(limits())) windows.giveBack(ask(provider, model, who, tokens), place.window());
  }

  private static Ask ask(String provider, String model, String who, long tokens) {
    return new Ask(provider + "/" + model, who, tokens);
  }

  private static boolean unlimited(Limits limits) {
    return limits.requests() == NO_LIMIT && limits.tokens() == NO_LIMIT;
  }

  private Pace come(Ask ask, Booking booking, Instant now) {
    if (booking.window() > RateWindows.window(now)) return new Pace.NotBefore(booking.at());
    return windows.use(ask, booking)
        ? new Pace.Go(booking.window())
        : new Pace.NotBefore(soon(now));
  }

  private Pace book(Ask ask, Limits limits, long first) {
    long from = first;
    for (int race = 0; race < MOST_RACES && from < first + MOST_WINDOWS; ) {
      var window = windows.firstWithRoom(ask, from, WINDOWS_AT_ONCE);
      if (window.isEmpty()) {
        from += WINDOWS_AT_ONCE;
        continue;
      }
      from = window.get();
      if (windows.take(ask, limits, from)) return booked(ask, from);
      race++;
    }
    return new Pace.NotBefore(soon(RateWindows.start(from)));
  }

  private Pace booked(Ask ask, long window) {
    var at = soon(RateWindows.start(window));
    windows.book(ask, new Booking(window, at, false));
    return new Pace.NotBefore(at);
  }

  private Instant soon(Instant from) {
    return from.plusMillis(random.nextLong(LATEST_SECOND * 1000L));
  }

  private Limits limits() {
    var said = config.limits();
    return new Limits(
        said.requestsPerMinute().map(Integer::longValue).orElse(NO_LIMIT),
        said.tokensPerMinute().orElse(NO_LIMIT));
  }
}

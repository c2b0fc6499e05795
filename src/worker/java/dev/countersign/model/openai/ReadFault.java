package dev.countersign.model.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.model.ProviderFault;
import java.net.http.HttpHeaders;
import java.time.InstantSource;
import java.util.Set;

/// What a status that is no success means.
final class ReadFault {
  /// Codes of 429 that no waiting mends.
  private static final Set<String> NO_MONEY =
      Set.of("insufficient_quota", "billing_hard_limit_reached", "billing_not_active");

  private static final Set<String> FILTERED =
      Set.of("content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation");

  private final ObjectMapper json;
  private final InstantSource clock;

  ReadFault(ObjectMapper json, InstantSource clock) {
    this.json = json;
    this.clock = clock;
  }

  /// @param again whether the same request may be sent again at once
  Faulted of(int status, HttpHeaders headers, String body, boolean again) {
    var said = ErrorBody.of(json, body);
    var retryAfter = RetryAfter.in(headers, clock.instant()).orElse(null);
    if (status == 429 && !NO_MONEY.contains(said.code()))
      return new Faulted(new ProviderFault.RateLimited(retryAfter), said);
    if (status == 408 || status == 409 || (status >= 500 && status != 501)) {
      var away = new ProviderFault.Unavailable(status, retryAfter);
      return again && retryAfter == null ? new Faulted.Blip(away) : new Faulted(away, said);
    }
    if (status == 400 && FILTERED.contains(said.code()))
      return new Faulted(new ProviderFault.Filtered(null), said);
    return new Faulted(new ProviderFault.Rejected(status, said.code()), said);
  }
}

package dev.countersign.http;

import dev.countersign.http.ApiKeysResource.KeyBody;
import dev.countersign.signin.MachineKeys.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what kind of key is wanted.
final class WantedKey {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Set<String> SCOPES = Set.of("submit", "read", "cancel");
  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 365;

  private WantedKey() {}

  /// @throws ProblemException 422
  static Wanted of(KeyBody body) {
    var name = Objects.requireNonNullElse(body.name(), "");
    if (!NAME.matcher(name).matches())
      throw bad(
          "The name is missing, or is not one of small letters, digits and hyphens.",
          "Name the machine, e.g. erp-import.");
    var scopes = Objects.requireNonNullElse(body.scopes(), List.<String>of());
    if (scopes.isEmpty() || !SCOPES.containsAll(scopes))
      throw bad(
          "Scopes are missing, or one is not known. No key can decide at a gate: a person does.",
          "Give some of submit, read, cancel.");
    int days = Objects.requireNonNullElse(body.expiresInDays(), USUAL_DAYS);
    if (days < 1 || days > MOST_DAYS)
      throw bad(
          "A key lives 1 to 365 days.", "Make a new one before it ends; both work meanwhile.");
    return new Wanted(
        name,
        scopes.stream().distinct().sorted().toList(),
        Objects.requireNonNullElse(body.workflows(), List.of()),
        Duration.ofDays(days));
  }

  private static ProblemException bad(String detail, String remedy) {
    return ProblemDetails.of(422, "bad-key", "Such a key cannot be made", detail, remedy).thrown();
  }
}

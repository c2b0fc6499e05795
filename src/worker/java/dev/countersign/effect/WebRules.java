package dev.countersign.effect;

import dev.countersign.workflow.Action;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What configuration says of the addresses that effects call.
@ApplicationScoped
class WebRules {
  private final WebConfig config;

  WebRules(WebConfig config) {
    this.config = config;
  }

  /// A target is what the submitter put in, to the letter, or of a configured origin.
  Optional<String> objection(Action action, Collection<String> inputs) {
    try {
      var target = WebTarget.of(action.target());
      if (!target.tls() && !mayBePrivate(target.host()))
        return Optional.of("An effect calls https addresses only.");
      boolean named = inputs.contains(action.target());
      return named || in(config.targets(), target.origin())
          ? Optional.empty()
          : Optional.of(
              "%s is neither what the submitter put in nor in countersign.web.targets."
                  .formatted(target.origin()));
    } catch (IllegalArgumentException e) {
      return Optional.of("The target is " + e.getMessage() + ".");
    }
  }

  boolean mayBePrivate(String host) {
    return in(config.privateHosts(), host);
  }

  boolean honoursKey(WebTarget target) {
    return in(config.honoursKey(), target.host());
  }

  Optional<String> authorization(WebTarget target) {
    return config.credentials().orElse(List.of()).stream()
        .filter(entry -> entry.startsWith(target.origin() + " "))
        .map(entry -> entry.substring(target.origin().length() + 1))
        .findFirst();
  }

  private static boolean in(Optional<List<String>> list, String value) {
    return list.orElse(List.of()).stream()
        .anyMatch(entry -> entry.strip().toLowerCase(Locale.ROOT).equals(value));
  }
}

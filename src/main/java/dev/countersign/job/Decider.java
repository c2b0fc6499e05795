package dev.countersign.job;

import java.util.Set;

/// Who decides, as authentication says, never as a request body says.
///
/// @param address the person's address; for a link, the one it was addressed to
/// @param roles what sign-in grants; empty for a link
public record Decider(String address, Set<String> roles, How how) {
  public Decider {
    roles = Set.copyOf(roles);
  }

  /// How the person was known: by holding a link addressed to them, or by signing in.
  public enum How {
    BY_LINK,
    SIGNED_IN
  }
}

package dev.countersign.signin;

import java.util.Optional;

/// What callers may hold. People get the first three from their issuer; an API key holds one of the
/// others for each of its scopes, and nothing that a person holds.
public final class Roles {
  /// Submits jobs, and sees and stops their own.
  public static final String SUBMITTER = "submitter";

  /// Decides on what is addressed to them.
  public static final String REVIEWER = "reviewer";

  /// Keeps it running: sees how any job stands, never what is in it; cancels, retries, makes keys.
  public static final String OPERATOR = "operator";

  /// Begins what only a key holds, so that no claim of an issuer can name it.
  static final String OF_A_KEY = "key:";

  public static final String KEY_SUBMIT = OF_A_KEY + "submit";
  public static final String KEY_READ = OF_A_KEY + "read";
  public static final String KEY_CANCEL = OF_A_KEY + "cancel";

  private Roles() {}

  /// The scope that a key needs for a role of a key, e.g. `read`; empty for a role of people.
  public static Optional<String> scope(String role) {
    return role.startsWith(OF_A_KEY)
        ? Optional.of(role.substring(OF_A_KEY.length()))
        : Optional.empty();
  }
}

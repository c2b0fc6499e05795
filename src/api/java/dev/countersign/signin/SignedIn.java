package dev.countersign.signin;

/// The attributes of an identity by which the rest of the application knows a caller.
public final class SignedIn {
  /// The caller's one name: a person's address, or `machine:NAME`.
  public static final String ADDRESS = "countersign.address";

  /// Why somebody who is signed in has no address; such a person holds no role.
  public static final String NO_ADDRESS = "countersign.no-address";

  /// Set for an API key, never for a person.
  public static final String MACHINE = "countersign.machine";

  /// Which workflows an API key may submit, a list of names; all when it is empty or not there.
  public static final String WORKFLOWS = "countersign.workflows";

  private SignedIn() {}
}

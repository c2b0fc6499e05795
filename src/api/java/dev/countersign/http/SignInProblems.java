package dev.countersign.http;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import dev.countersign.signin.Roles;
import dev.countersign.signin.SignedIn;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.Objects;

/// Why a caller is not let in, and who can change that.
final class SignInProblems {
  /// A decision is a person's, so that it can be said who decided.
  static final ProblemDetails NO_PERSON =
      ProblemDetails.of(
          403,
          "person-needed",
          "Only a person decides",
          "An API key is not a person, and a decision names the person who made it.",
          "Decide signed in, or with the link that a reviewer got, and without the API key.");

  static final ProblemDetails ISSUER_SILENT =
      ProblemDetails.of(
          503,
          "sign-in-unavailable",
          "Nobody can sign in at the moment",
          "The sign-in service does not answer, or not as it should. Jobs go on, and links to"
              + " reviews work.",
          "Try again in a minute; tell the operator if it stays.");

  static final ProblemDetails NOT_COMPLETED =
      ProblemDetails.of(
          401,
          "sign-in-not-completed",
          "The sign-in did not complete",
          "The sign-in service refused, took too long, or another tab was signing in, too.",
          "Go to your jobs and sign in again, with cookies allowed.");

  static final ProblemDetails SIGNED_OUT =
      ProblemDetails.of(
          401,
          "signed-out",
          "You are not signed in any more",
          "Your session ended before this form was sent. Nothing was done.",
          "Go to your jobs and sign in, then open the page again and send the form from there.");

  static final ProblemDetails FOR_OPERATORS = noRole(List.of(Roles.OPERATOR));

  private SignInProblems() {}

  static ProblemDetails noToken() {
    return ProblemDetails.of(
        401,
        "not-signed-in",
        "Sign in first",
        "This needs a sign-in, and the request carries none that is valid.",
        "Send Authorization: Bearer with a token of the sign-in service, or with an API key.");
  }

  static ProblemDetails noAddress(SecurityIdentity identity) {
    String why = identity.getAttribute(SignedIn.NO_ADDRESS);
    return ProblemDetails.of(
        403,
        "no-address",
        "Your address is not known for sure",
        Objects.requireNonNullElse(why, "The sign-in said no address."),
        "Have the address verified at the sign-in service, sign out here, and sign in again.");
  }

  /// @param needed any of these would do
  static ProblemDetails notAllowed(SecurityIdentity identity, List<String> needed) {
    if (identity.getAttribute(SignedIn.NO_ADDRESS) != null) return noAddress(identity);
    return identity.getAttribute(SignedIn.MACHINE) != null ? noScope(needed) : noRole(needed);
  }

  static ProblemDetails otherWorkflow(List<String> only) {
    return ProblemDetails.of(
        403,
        "scope-needed",
        "This API key is not for that workflow",
        "The key may submit: %s.".formatted(String.join(", ", only)),
        "Ask an operator for a key for the other workflow.");
  }

  private static ProblemDetails noScope(List<String> needed) {
    var scopes = needed.stream().flatMap(role -> Roles.scope(role).stream()).collect(joining(", "));
    if (scopes.isEmpty()) return NO_PERSON_HERE;
    return ProblemDetails.of(
        403,
        "scope-needed",
        "This API key may not do that",
        "The key does not have the scope that this needs: %s.".formatted(scopes),
        "Ask an operator for a key with that scope; POST /api-keys makes one.");
  }

  private static final ProblemDetails NO_PERSON_HERE =
      ProblemDetails.of(
          403,
          "person-needed",
          "Only for people",
          "No API key may do this: what is decided or administered here names a person.",
          "Do it signed in as a person who holds the role.");

  private static ProblemDetails noRole(List<String> needed) {
    var roles =
        needed.stream().filter(not(r -> Roles.scope(r).isPresent())).collect(joining(" or "));
    return ProblemDetails.of(
        403,
        "role-needed",
        "You do not have the role for this",
        "It needs the role %s, which your sign-in does not name.".formatted(roles),
        "Ask who administers the sign-in service to give you the role, then sign in again.");
  }
}

package dev.countersign.http;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.countersign.approval.RoleMembers;
import dev.countersign.job.Decider;
import dev.countersign.signin.Roles;
import dev.countersign.signin.SignedIn;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who is calling, as authentication says. The only way from a request to an address.
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;
  private final RoleMembers members;

  public Caller(SecurityIdentity identity, RoleMembers members) {
    this.identity = identity;
    this.members = members;
  }

  public boolean signedIn() {
    return !identity.isAnonymous();
  }

  /// Whether it is a person with a session; a password is sent anew with each request.
  public boolean canLeave() {
    return identity.getPrincipal() instanceof JsonWebToken;
  }

  /// The caller's address, or `machine:NAME` of an API key; only for what needs a sign-in.
  ///
  /// @throws ProblemException 403 for a person whose address the issuer does not vouch for
  public String address() {
    String address = identity.getAttribute(SignedIn.ADDRESS);
    if (address == null) throw SignInProblems.noAddress(identity).thrown();
    return address;
  }

  /// @throws ProblemException 403 for an API key that is for other workflows
  void mustBeForWorkflow(String workflow) {
    List<String> only = identity.getAttribute(SignedIn.WORKFLOWS);
    if (only != null && !only.isEmpty() && !only.contains(workflow))
      throw SignInProblems.otherWorkflow(only).thrown();
  }

  /// Whether it is an operator, who sees how every job stands.
  public boolean operates() {
    return identity.hasRole(Roles.OPERATOR);
  }

  /// Whether it is a person who is signed in, and not a program with a key.
  boolean isPerson() {
    return signedIn() && identity.getAttribute(SignedIn.MACHINE) == null;
  }

  /// How an inbox knows the caller: by address and by each role.
  public List<String> reviewerNames() {
    return Stream.concat(
            Stream.of(address()), roles().stream().sorted().map(role -> "role:" + role))
        .toList();
  }

  /// Empty for a request that carries no sign-in.
  ///
  /// @throws ProblemException 403 for an API key: who decides is a person
  public Optional<Decider> decider() {
    if (isMachine()) throw SignInProblems.NO_PERSON.thrown();
    return person();
  }

  /// What sign-in grants, and what configuration lists them in.
  private Set<String> roles() {
    return Stream.concat(identity.getRoles().stream(), members.rolesOf(address()).stream())
        .collect(toUnmodifiableSet());
  }

  private boolean isMachine() {
    return identity.getAttribute(SignedIn.MACHINE) != null;
  }

  /// Who is signed in, if it is a person.
  Optional<Decider> person() {
    if (!signedIn() || isMachine()) return Optional.empty();
    return Optional.of(new Decider(address(), roles(), Decider.How.SIGNED_IN));
  }
}

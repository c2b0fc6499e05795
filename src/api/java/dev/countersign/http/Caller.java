package dev.countersign.http;

import dev.countersign.job.Decider;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is calling, as authentication says. The only way from a request to an address.
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;
  private final HttpConfig config;

  public Caller(SecurityIdentity identity, HttpConfig config) {
    this.identity = identity;
    this.config = config;
  }

  public boolean signedIn() {
    return !identity.isAnonymous();
  }

  /// The signed-in person's address; only for what needs a sign-in.
  public String address() {
    String email = identity.getAttribute("email");
    if (email != null) return email;
    var name = identity.getPrincipal().getName();
    return name.contains("@") ? name : name + "@" + config.signInDomain();
  }

  /// How an inbox knows the caller: by address and by each role.
  public List<String> reviewerNames() {
    return Stream.concat(
            Stream.of(address()), identity.getRoles().stream().map(role -> "role:" + role))
        .toList();
  }

  /// Empty for a request that carries no sign-in.
  public Optional<Decider> decider() {
    return signedIn()
        ? Optional.of(new Decider(address(), identity.getRoles(), Decider.How.SIGNED_IN))
        : Optional.empty();
  }
}

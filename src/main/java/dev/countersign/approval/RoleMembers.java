package dev.countersign.approval;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The known holders of roles, to mail them what asks a role, and to count them as it.
@ApplicationScoped
public class RoleMembers {
  private static final String ROLE = "role:";
  private final KnownRoles known;

  public RoleMembers(KnownRoles known) {
    this.known = known;
  }

  /// Whether a name in a policy is that of a role and not of a person.
  public static boolean isRole(String name) {
    return name.startsWith(ROLE);
  }

  /// The addresses behind a name in a policy, in small letters; none for a role whose holders are
  /// not known, and for a person.
  public List<String> behind(String name) {
    if (!isRole(name)) return List.of();
    return known.members().getOrDefault(name.substring(ROLE.length()), List.of()).stream()
        .map(RoleMembers::plain)
        .distinct()
        .toList();
  }

  /// The names of the roles that list this address.
  public Set<String> rolesOf(String address) {
    return known.members().entrySet().stream()
        .filter(role -> role.getValue().stream().map(RoleMembers::plain).anyMatch(address::equals))
        .map(Map.Entry::getKey)
        .collect(toUnmodifiableSet());
  }

  private static String plain(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }
}

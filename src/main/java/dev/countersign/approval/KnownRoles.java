package dev.countersign.approval;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;

/// Who holds which role, as far as this deployment knows; sign-in grants roles and need not say to
/// whom beforehand.
@ConfigMapping(prefix = "countersign.roles")
public interface KnownRoles {
  /// Addresses by the role's name, for roles whose every holder is known. They get the mail that
  /// asks `role:NAME`, and decide by its link as that role, for as long as they are listed.
  Map<String, List<String>> members();
}

package dev.countersign.worker;

import dev.countersign.workflow.Action;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Whom the operator vouches for, so that reaching them is no first time: mail addresses, all
/// addresses of a domain (`@example.com`), and systems (`https://erp.example.com`).
@ApplicationScoped
class AddressBook {
  private static final String NAME = "[^\\s,;<>\"@/]";
  private static final Pattern MAIL = Pattern.compile(NAME + "+(@" + NAME + "+)");
  private static final Pattern ENTRY =
      Pattern.compile("%1$s*@%1$s+|https?://[^\\s/]+(/\\S*)?".formatted(NAME));

  private final List<String> listed;

  /// @throws IllegalArgumentException when what is listed could not be anybody
  AddressBook(
      @ConfigProperty(name = "countersign.known-recipients") Optional<List<String>> listed) {
    this.listed =
        listed.orElse(List.of()).stream()
            .map(entry -> checked(entry.strip().toLowerCase(Locale.ROOT)))
            .toList();
  }

  boolean lists(Action action) {
    return listed.stream().anyMatch(entry -> covers(entry, action.target()));
  }

  private static boolean covers(String entry, String target) {
    if (entry.contains("://"))
      return target.equals(entry) || target.startsWith(entry.endsWith("/") ? entry : entry + "/");
    var mail = MAIL.matcher(target.toLowerCase(Locale.ROOT));
    return mail.matches() && (entry.equals(mail.group()) || entry.equals(mail.group(1)));
  }

  private static String checked(String entry) {
    if (ENTRY.matcher(entry).matches()) return entry;
    throw new IllegalArgumentException(
        "countersign.known-recipients has '%s', which is no address, no @domain and no https://"
            .formatted(entry));
  }
}

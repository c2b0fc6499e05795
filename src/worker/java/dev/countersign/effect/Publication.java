package dev.countersign.effect;

import dev.countersign.store.Published;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.Artifact;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.LocalDate;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Renders the publishing of a file: the very address that it will have is made when it is
/// proposed, so that it is approved with the rest, and a mail of the same proposal can name it.
@ApplicationScoped
public class Publication {
  static final String KIND = "publish";
  private static final int RANDOM_BYTES = 16;
  private final String pages;
  private final RandomGenerator random;

  Publication(
      @ConfigProperty(name = "countersign.public-url", defaultValue = "http://localhost:8080")
          URI publicUrl,
      RandomGenerator random) {
    this.pages = publicUrl.toString().replaceAll("/+$", "") + "/p/";
    this.random = random;
  }

  /// @param until the last day (UTC) on which the address works; null for always
  /// @throws IllegalArgumentException when the file's name cannot stand in an address
  public Action action(Artifact file, @Nullable LocalDate until) {
    var secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    var unguessable = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    var place =
        new Published.Place(
            (until == null ? "" : "until-" + until + "-") + unguessable, file.name());
    return new Action(
        KIND,
        pages + place.token() + "/" + place.name(),
        file.name(),
        file.mediaType(),
        file.bytes());
  }

  /// @throws IllegalArgumentException when the action's target is none of ours
  Published.Place place(Action action) {
    var parts = action.target().startsWith(pages) ? action.target().substring(pages.length()) : "";
    int slash = parts.indexOf('/');
    if (slash < 0) throw new IllegalArgumentException("not an address of a published file");
    return new Published.Place(parts.substring(0, slash), parts.substring(slash + 1));
  }
}

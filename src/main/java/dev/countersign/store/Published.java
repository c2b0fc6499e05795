package dev.countersign.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Files that whoever has their address may read, under `published/` in the bucket.
@ApplicationScoped
public class Published {
  private final S3Objects objects;

  Published(S3Objects objects) {
    this.objects = objects;
  }

  /// One file: an unguessable name that nothing else has, and what it is called.
  public record Place(String token, String name) {
    public Place {
      if (!token.matches("[A-Za-z0-9_-]{22,64}"))
        throw new IllegalArgumentException("not a published file's token");
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,119}"))
        throw new IllegalArgumentException("not a published file's name");
    }

    String key() {
      return "published/" + token + "/" + name;
    }
  }

  /// The same bytes to the same place any number of times.
  ///
  /// @throws dev.countersign.workflow.Retriable when the bucket did not say that it did
  public void write(Place place, byte[] bytes, String mediaType) {
    objects.put(place.key(), bytes, mediaType, Sha256.hex(bytes));
  }

  public boolean exists(Place place) {
    return objects.stat(place.key()).isPresent();
  }

  /// Where the file can be read for a while; empty when there is none.
  public Optional<URI> link(Place place, Duration lives) {
    return objects
        .stat(place.key())
        .map(_ -> objects.presignGet(place.key(), place.name(), "application/octet-stream", lives));
  }
}

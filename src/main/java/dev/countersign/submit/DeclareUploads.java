package dev.countersign.submit;

import dev.countersign.store.Ids;
import dev.countersign.store.Upload;
import dev.countersign.store.UploadLink;
import dev.countersign.store.Uploads;
import dev.countersign.workflow.Catalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// Takes down which files will come before their job, and says where each is to be PUT. Nothing
/// comes through here but what is said of them.
@ApplicationScoped
public class DeclareUploads {
  private final Catalog catalog;
  private final SubmitLimits limits;
  private final UploadLimits uploadLimits;
  private final Uploads uploads;
  private final Ids ids;
  private final InstantSource clock;

  DeclareUploads(
      Catalog catalog,
      SubmitLimits limits,
      UploadLimits uploadLimits,
      Uploads uploads,
      Ids ids,
      InstantSource clock) {
    this.catalog = catalog;
    this.limits = limits;
    this.uploadLimits = uploadLimits;
    this.uploads = uploads;
    this.ids = ids;
    this.clock = clock;
  }

  /// A file that somebody wants to upload.
  ///
  /// @param sha256 hex
  public record Wish(String role, String name, String mediaType, long size, String sha256) {}

  /// Where one of them is to go.
  public record Place(Upload upload, UploadLink link) {}

  /// What came of it.
  public sealed interface Declared {
    /// @param places in the order of the wishes
    record Ready(List<Place> places) implements Declared {}

    /// Nothing was taken down.
    record Refused(Problem problem) implements Declared {}
  }

  /// @param owner as authentication says; nobody else can submit them
  public Declared declare(String owner, List<Wish> wishes) {
    var problem = new CheckUploads(limits, uploadLimits, catalog).problem(wishes);
    if (problem.isPresent()) return new Declared.Refused(problem.get());
    var until = clock.instant().plus(uploadLimits.lives());
    var declared = wishes.stream().map(wish -> upload(owner, wish, until)).toList();
    uploads.declare(declared);
    return new Declared.Ready(
        declared.stream()
            .map(upload -> new Place(upload, uploads.link(upload, uploadLimits.linkLives())))
            .toList());
  }

  private Upload upload(String owner, Wish wish, Instant until) {
    return new Upload(
        ids.upload(),
        owner,
        wish.role(),
        FileName.safe(wish.name()),
        wish.mediaType(),
        wish.size(),
        wish.sha256().toLowerCase(Locale.ROOT),
        until);
  }
}

package dev.countersign.store;

import dev.countersign.job.JobId;
import dev.countersign.workflow.Fatal;
import dev.countersign.workflow.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// The uploaded documents, under their job's prefix.
@ApplicationScoped
public class SourceFiles {
  private final S3Objects objects;

  SourceFiles(S3Objects objects) {
    this.objects = objects;
  }

  public void put(JobId job, Source source, Path file) {
    objects.put(key(job, source), file, "application/octet-stream", source.sha256());
  }

  /// Copies what was uploaded before, inside the bucket, if it is still what was looked at.
  ///
  /// @throws S3Objects.Altered when it is gone or is another one now
  public void take(JobId job, Source source, Uploads.Arrived from) {
    objects.copy(from.key(), from.etag(), key(job, source));
  }

  /// Writes the document to a file that does not exist yet.
  ///
  /// @throws Fatal `bad_input` when it is not, byte for byte, what was declared
  public void download(JobId job, Source source, Path target) {
    try {
      objects.download(key(job, source), source.sha256(), target);
    } catch (S3Objects.Altered _) {
      throw Fatal.badInput(
          "\"%s\" is not the file that was declared: its SHA-256 is another, or it is gone."
              .formatted(source.name()),
          "Submit it again, with the SHA-256 of the file as it is.");
    }
  }

  /// A link that downloads the document as what it is declared to be, never shown in place.
  public URI link(JobId job, Source source, Duration lives) {
    return objects.presignGet(key(job, source), source.name(), "application/octet-stream", lives);
  }

  void delete(JobId job, String source) {
    objects.delete(key(job, source));
  }

  private static String key(JobId job, Source source) {
    return key(job, source.id());
  }

  private static String key(JobId job, String source) {
    return "jobs/%s/sources/%s".formatted(job, source);
  }
}

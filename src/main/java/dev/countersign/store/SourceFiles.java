package dev.countersign.store;

import dev.countersign.job.JobId;
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

  /// Writes the document to a file that does not exist yet.
  ///
  /// @throws S3Objects.Altered when it is not what was uploaded
  public void download(JobId job, Source source, Path target) {
    objects.download(key(job, source), source.sha256(), target);
  }

  /// A link that downloads the document as what it is declared to be, never shown in place.
  public URI link(JobId job, Source source, Duration lives) {
    return objects.presignGet(key(job, source), source.name(), "application/octet-stream", lives);
  }

  public void delete(JobId job, Source source) {
    objects.delete(key(job, source));
  }

  private static String key(JobId job, Source source) {
    return "jobs/%s/sources/%s".formatted(job, source.id());
  }
}

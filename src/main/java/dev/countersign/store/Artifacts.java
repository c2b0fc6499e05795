package dev.countersign.store;

import dev.countersign.job.JobId;
import dev.countersign.workflow.Action;
import dev.countersign.workflow.Artifact;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The versioned files of a job and the payloads it proposes, in S3 under names that tell their
/// content.
@ApplicationScoped
public class Artifacts {
  private final DynamoTable table;
  private final S3Objects objects;
  private final Rows rows;

  Artifacts(DynamoTable table, S3Objects objects, StoredForms forms) {
    this.table = table;
    this.objects = objects;
    this.rows = new Rows(forms, table.name());
  }

  /// Stores the bytes; the version counts only when what comes back is committed.
  public Attachment.ArtifactVersion write(JobId job, int revision, Artifact artifact) {
    var bytes = artifact.bytes();
    var sha256 = Sha256.hex(bytes);
    var key = "jobs/%s/artifacts/%d/%s/%s".formatted(job, revision, sha256, artifact.name());
    objects.put(key, bytes, artifact.mediaType(), sha256);
    return new Attachment.ArtifactVersion(
        new StoredArtifact(
            artifact.name(), revision, artifact.mediaType(), bytes.length, sha256, key));
  }

  /// Stores an action's very bytes and answers their key.
  public String writePayload(JobId job, Action action) {
    var sha256 = Sha256.hex(action.payload());
    var key = "jobs/%s/payloads/%s".formatted(job, sha256);
    objects.put(key, action.payload(), action.mediaType(), sha256);
    return key;
  }

  /// Every version of every file, by name and then oldest first.
  public List<StoredArtifact> all(JobId job) {
    return table.all(job.value(), Keys.ARTIFACTS).stream()
        .map(item -> rows.read(item, StoredArtifact.class))
        .toList();
  }

  public Optional<StoredArtifact> newest(JobId job, String name) {
    return all(job).stream()
        .filter(a -> a.name().equals(name))
        .max(Comparator.comparingInt(StoredArtifact::revision));
  }

  /// @param revision the newest when null
  public Optional<StoredArtifact> find(JobId job, String name, @Nullable Integer revision) {
    return revision == null
        ? newest(job, name)
        : all(job).stream()
            .filter(a -> a.name().equals(name) && a.revision() == revision)
            .findFirst();
  }

  /// The files as they belong to that draft: of each the newest that is no newer.
  public List<StoredArtifact> upTo(JobId job, int revision) {
    var newest = new LinkedHashMap<String, StoredArtifact>();
    for (var artifact : all(job))
      if (artifact.revision() <= revision) newest.put(artifact.name(), artifact);
    return List.copyOf(newest.values());
  }

  /// @throws S3Objects.Altered when the bytes are not those that were stored
  public byte[] bytes(StoredArtifact artifact) {
    return objects.read(artifact.key(), artifact.sha256());
  }

  public URI link(StoredArtifact artifact, Duration lives) {
    return objects.presignGet(artifact.key(), artifact.name(), artifact.mediaType(), lives);
  }
}

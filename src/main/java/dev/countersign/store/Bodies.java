package dev.countersign.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;

/// Texts of any size: small ones go into their item, larger ones to S3 under a name that tells
/// their content, so that a writer who has lost its lease cannot change what another stored.
@ApplicationScoped
class Bodies {
  static final int MOST_INLINE_BYTES = 4 * 1024;
  private final S3Objects objects;

  Bodies(S3Objects objects) {
    this.objects = objects;
  }

  Body write(JobId job, String folder, String json) {
    var bytes = json.getBytes(UTF_8);
    if (bytes.length <= MOST_INLINE_BYTES) return new Body.Inline(json);
    var sha256 = Sha256.hex(bytes);
    var key = "jobs/%s/%s/%s.json".formatted(job, folder, sha256);
    objects.put(key, bytes, "application/json", sha256);
    return new Body.InS3(key, sha256, bytes.length);
  }

  String read(Body body) {
    return switch (body) {
      case Body.Inline(var json) -> json;
      case Body.InS3(var key, var sha256, _) -> new String(objects.read(key, sha256), UTF_8);
    };
  }
}

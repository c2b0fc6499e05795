package dev.countersign.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.job.JobId;
import dev.countersign.store.CallLog;
import dev.countersign.store.CallRow;
import dev.countersign.store.S3Objects;
import dev.countersign.store.Sha256;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What was asked and answered, word for word, apart from the job's other files; the bucket drops
/// it after some days, and where nobody wants it kept it never gets there.
@ApplicationScoped
class CallContents {
  private static final Logger LOG = Logger.getLogger(CallContents.class);
  private final S3Objects objects;
  private final ModelConfig config;

  CallContents(S3Objects objects, ModelConfig config) {
    this.objects = objects;
    this.config = config;
  }

  /// @param reply null where none came
  /// @param trouble what was wrong with it; null when nothing was
  @RegisterForReflection
  record Words(String call, List<Turn> turns, @Nullable Reply reply, @Nullable String trouble) {}

  /// Where it is kept; null when it is not.
  CallRow.@Nullable Content keep(JobId job, Words words) {
    if (!config.keepContent()) return null;
    var bytes = ModelJson.write(words).getBytes(UTF_8);
    var sha256 = Sha256.hex(bytes);
    var key = CallLog.contents(job) + words.call() + ".json";
    objects.put(key, bytes, "application/json", sha256);
    return new CallRow.Content(key, sha256);
  }

  /// Empty when it is not kept, or no longer.
  Optional<Words> of(CallRow call) {
    var content = call.content();
    if (content == null) return Optional.empty();
    try {
      var bytes = objects.read(content.key(), content.sha256());
      return Optional.of(ModelJson.read(new String(bytes, UTF_8), Words.class));
    } catch (S3Objects.Altered _) {
      LOG.infof("what call %s said is not kept any more", call.id());
      return Optional.empty();
    }
  }
}

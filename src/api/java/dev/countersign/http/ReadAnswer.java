package dev.countersign.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.job.Job;
import dev.countersign.job.JobState;
import dev.countersign.store.Artifacts;
import dev.countersign.store.StoredArtifact;
import dev.countersign.workflow.Answer;
import dev.countersign.workflow.QuickAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The answer of a job that was asked something, for the response.
@ApplicationScoped
class ReadAnswer {
  /// A longer one is left to its link: Lambda's answers have a limit.
  private static final long MOST_BYTES = 256 * 1024;

  private final Artifacts artifacts;
  private final ObjectMapper json;

  ReadAnswer(Artifacts artifacts, ObjectMapper json) {
    this.artifacts = artifacts;
    this.json = json;
  }

  /// Empty for jobs that answer nothing, or have not yet.
  Optional<Answer> of(Job job, List<StoredArtifact> files) {
    if (!(job.state() instanceof JobState.Completed)) return Optional.empty();
    return files.stream()
        .filter(file -> file.name().equals(QuickAnswer.ANSWER) && file.bytes() <= MOST_BYTES)
        .max(Comparator.comparingInt(StoredArtifact::revision))
        .map(this::read);
  }

  private Answer read(StoredArtifact file) {
    try {
      return json.readValue(artifacts.bytes(file), Answer.class);
    } catch (IOException e) {
      throw new UncheckedIOException("an answer that was stored cannot be read", e);
    }
  }
}

package dev.countersign.store;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.JobId;
import dev.countersign.job.Occasion;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// That people are owed word of what happened to a job, and how far each channel has got with it.
/// Written in the transaction of the move itself, and apart from the job, because word of an end
/// goes out after it.
///
/// @param seq the job's version that the move led to
/// @param approval the request that was open then; null without one
/// @param revision of the draft then
/// @param tries how often telling was begun
/// @param answered whether the submitter has seen it in the answer to the request itself
/// @param nextTry when to tell, or to try again; null when nothing is owed any more
/// @param channels by name, those that were tried
@RegisterForReflection
public record Notice(
    JobId job,
    long seq,
    Occasion kind,
    @Nullable ApprovalId approval,
    int revision,
    Instant at,
    int tries,
    boolean answered,
    @Nullable Instant nextTry,
    Map<String, Word> channels) {
  public Notice {
    channels = Map.copyOf(channels);
  }

  /// What became of it by one channel.
  public enum Standing {
    TOLD,
    /// Nobody is to be told by it, or not any more.
    SKIPPED,
    /// To be tried again.
    OWED,
    /// For good.
    GIVEN_UP
  }

  /// @param key what the channel calls the message; empty for none
  /// @param why it stands so; nothing personal; empty when told
  @RegisterForReflection
  public record Word(Standing standing, Instant at, String key, String why) {}

  /// Whether a channel has nothing more to do with it.
  public boolean settled(String channel) {
    var word = channels.get(channel);
    return word != null && word.standing() != Standing.OWED;
  }

  /// Begun once more; after that, not before `next`.
  Notice begun(Instant next) {
    return new Notice(job, seq, kind, approval, revision, at, tries + 1, answered, next, channels);
  }

  public Notice with(String channel, Word word) {
    var all = new HashMap<>(channels);
    all.put(channel, word);
    return new Notice(job, seq, kind, approval, revision, at, tries, answered, nextTry, all);
  }

  /// Nothing is owed any more.
  public Notice done() {
    return new Notice(job, seq, kind, approval, revision, at, tries, answered, null, channels);
  }

  Notice seen() {
    return new Notice(job, seq, kind, approval, revision, at, tries, true, nextTry, channels);
  }
}

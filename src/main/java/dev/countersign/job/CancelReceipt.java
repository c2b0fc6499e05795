package dev.countersign.job;

import java.time.Instant;
import java.util.List;

/// What a cancel stopped and what it did not.
public record CancelReceipt(
    Instant askedAt,
    String askedBy,
    Instant stoppedAt,
    List<EffectId> done,
    List<EffectId> prevented,
    List<EffectId> unknown) {
  public CancelReceipt {
    done = List.copyOf(done);
    prevented = List.copyOf(prevented);
    unknown = List.copyOf(unknown);
  }

  static CancelReceipt of(Job job, CancelRequest asked, Instant stoppedAt) {
    return new CancelReceipt(
        asked.at(),
        asked.by(),
        stoppedAt,
        ids(job, Effect.Standing.DONE),
        ids(job, Effect.Standing.PREVENTED),
        ids(job, Effect.Standing.UNKNOWN));
  }

  /// The same cancel, with what is known of the effects now.
  CancelReceipt asNow(Job job) {
    return of(job, new CancelRequest(askedAt, askedBy), stoppedAt);
  }

  private static List<EffectId> ids(Job job, Effect.Standing standing) {
    return job.effects().stream().filter(e -> e.standing() == standing).map(Effect::id).toList();
  }
}

package dev.countersign.store;

import dev.countersign.job.ApprovalId;
import dev.countersign.job.EffectId;
import dev.countersign.job.JobId;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes ids: a type prefix and a UUIDv7 (RFC 9562, section 5.7), so that they sort by time.
public final class Ids {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Ids(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public JobId job() {
    return new JobId(next("job_"));
  }

  public ApprovalId approval() {
    return new ApprovalId(next("apr_"));
  }

  public EffectId effect() {
    return new EffectId(next("fx_"));
  }

  /// The id of an uploaded document.
  public String source() {
    return next("src_");
  }

  /// The id of a file that is uploaded before its job is submitted.
  public String upload() {
    return next("upl_");
  }

  /// The id of a machine's key.
  public String apiKey() {
    return next(Keys.API_KEY);
  }

  /// The id of a call to a model.
  public String call() {
    return next("call_");
  }

  /// Names one write, so that a writer can recognise its own; also a client request token, which
  /// has at most 36 characters.
  String write() {
    return next("");
  }

  private String next(String prefix) {
    long high = clock.millis() << 16 | VERSION_7 | random.nextLong() >>> 52;
    long low = VARIANT | random.nextLong() >>> 2;
    return prefix + new UUID(high, low);
  }
}

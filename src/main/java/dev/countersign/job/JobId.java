package dev.countersign.job;

/// Names a job: `job_` and a UUIDv7. An id is never a permission.
public record JobId(String value) implements Comparable<JobId> {
  public JobId {
    if (!isOne(value)) throw new IllegalArgumentException("not a job id: " + value);
  }

  public static boolean isOne(String text) {
    return text.matches("job_[0-9a-f-]{36}");
  }

  @Override
  public int compareTo(JobId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

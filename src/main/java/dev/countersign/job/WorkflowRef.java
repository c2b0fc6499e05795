package dev.countersign.job;

/// The workflow a job was started on; a newer version does not change it.
public record WorkflowRef(String name, int version) {
  @Override
  public String toString() {
    return name + " v" + version;
  }
}

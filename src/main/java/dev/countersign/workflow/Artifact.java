package dev.countersign.workflow;

/// A file that a job produced; its version is the job's revision.
///
/// @param name safe to be a file name, e.g. `comparison.html`
@SuppressWarnings("ArrayRecordComponent")
public record Artifact(String name, String mediaType, byte[] bytes) {}

package dev.countersign.store;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// One version of a file that a job produced; its bytes are in S3.
///
/// @param revision the job's revision, which is the file's version
@RegisterForReflection
public record StoredArtifact(
    String name, int revision, String mediaType, long bytes, String sha256, String key) {}

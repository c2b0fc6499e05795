package dev.countersign.workflow;

/// An uploaded document of a job.
///
/// @param id its own id, `src_` and a UUIDv7: two uploads can be the same bytes
/// @param role the part it came in: `scope`, `files`
/// @param name the file name, made safe to show
/// @param sha256 of its bytes, lower-case hex
public record Source(
    String id, String role, String name, String declaredType, long size, String sha256) {}

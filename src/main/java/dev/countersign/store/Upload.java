package dev.countersign.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/// A file that its owner has said will come, before its job is submitted.
///
/// @param id `upl_` and a UUIDv7; of use to its owner only
/// @param owner who asked, as authentication says
/// @param name made safe to show
/// @param mediaType what it is declared to be; the content decides in the end
/// @param sha256 of its bytes as declared, lower-case hex
/// @param until when it must be submitted
@RegisterForReflection
public record Upload(
    String id,
    String owner,
    String role,
    String name,
    String mediaType,
    long size,
    String sha256,
    Instant until) {}

package dev.countersign.store;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// That something of an owner's has reached a target; who they are is only in the item's key, as a
/// hash.
///
/// @param kind of the effect that did
@RegisterForReflection
record Reached(String kind) {}

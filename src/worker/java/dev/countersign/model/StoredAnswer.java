package dev.countersign.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/// The answer about one task, as the step gets it on every try from now on.
///
/// @param cost of all calls that it took, in USD
@RegisterForReflection
record StoredAnswer(String call, String model, BigDecimal cost, Reply reply) {}

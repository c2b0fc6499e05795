package dev.countersign.workflow;

import java.math.BigDecimal;

/// What a model answered.
///
/// @param call id of the call in the job's log
/// @param model the one that answered, as the provider names it
/// @param cost in US dollars
public record Answered<T>(T value, String call, String model, BigDecimal cost) {}

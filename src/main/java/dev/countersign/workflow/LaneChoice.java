package dev.countersign.workflow;

/// A lane with the reason for it, in a sentence.
public record LaneChoice(Lane lane, String reason) {}

package dev.countersign.model;

/// How a question to a model ended: with a reply that can be used, or with a fault that has a name.
public sealed interface ModelAnswer permits Reply, ProviderFault {}

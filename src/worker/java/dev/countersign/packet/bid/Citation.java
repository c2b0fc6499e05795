package dev.countersign.packet.bid;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// Where something stands: a quote found again at a page of a document.
///
/// @param source the document's id
/// @param document its file name
/// @param page from 1
/// @param quote a contiguous run of text of that page, at least 4 characters
@RegisterForReflection
public record Citation(String source, String document, int page, String quote) {}

package dev.countersign.source;

/// Words of a document that try to tell its reader what to do, and where they stand. They are shown
/// to a person and never obeyed.
///
/// @param source the document's id
/// @param document its file name
/// @param page from 1
/// @param quote as it stands there
/// @param hidden whether nobody sees it on the page
public record Instruction(String source, String document, int page, String quote, boolean hidden) {}

package dev.countersign.source;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// Something of a document that could not be read, said so that a reviewer understands it.
///
/// @param kind stable name: `empty`, `encrypted`, `damaged`, `no_text`, `not_this_type`,
///   `too_large`, `too_many_pages`, `timed_out`, `unsupported`, `page_unreadable`
/// @param where "whole document", "pages 251 to 300", "page 3"
/// @param reason one plain sentence with the file's name and the remedy
@RegisterForReflection
public record Gap(String kind, String where, String reason) {}

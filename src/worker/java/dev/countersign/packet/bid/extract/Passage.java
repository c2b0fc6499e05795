package dev.countersign.packet.bid.extract;

import org.jspecify.annotations.Nullable;

/// A sentence or list item of a bid, with what stands around it.
///
/// @param label what names it at its left or in front of it ("Bid validity"), if anything
/// @param text hyphens at line ends resolved
/// @param quote the longest part of it that stands contiguously on the page
/// @param order where it stands in the document
record Passage(
    int order,
    int page,
    Section section,
    @Nullable String label,
    String text,
    String quote,
    float fontSize) {}

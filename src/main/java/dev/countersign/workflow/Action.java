package dev.countersign.workflow;

/// A consequential action, rendered whole: what is stored, shown, signed and performed.
///
/// @param kind which performer, e.g. `email`
/// @param target to whom or what, from the submitter's input, never from a document
/// @param subject what it is called where it lands
/// @param payload the very bytes that go out
@SuppressWarnings("ArrayRecordComponent")
public record Action(
    String kind, String target, String subject, String mediaType, byte[] payload) {}

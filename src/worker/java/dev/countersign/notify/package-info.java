/// Telling people: reviewers that something waits for them, submitters and others what became of
/// it. Notifications carry a link and what it is about, never document content.
@NullMarked
package dev.countersign.notify;

import org.jspecify.annotations.NullMarked;

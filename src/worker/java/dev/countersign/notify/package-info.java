/// Telling people that something waits for them. Notifications carry a link and what it is about,
/// never document content.
@NullMarked
package dev.countersign.notify;

import org.jspecify.annotations.NullMarked;

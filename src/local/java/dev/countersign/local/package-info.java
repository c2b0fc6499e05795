/// The one-process form: embedded services and the main that starts everything on a laptop. In
/// neither function.
@NullMarked
package dev.countersign.local;

import org.jspecify.annotations.NullMarked;

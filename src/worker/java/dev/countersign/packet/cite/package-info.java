/// Holds what a model says to the pages that it was said of.
@NullMarked
package dev.countersign.packet.cite;

import org.jspecify.annotations.NullMarked;

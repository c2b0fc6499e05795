/// The bid comparison in a model's words: the facts that it may use, and what holds its sentences
/// to them. A sentence that says more than the comparison does not enter.
@NullMarked
package dev.countersign.packet.bid.tell;

import org.jspecify.annotations.NullMarked;

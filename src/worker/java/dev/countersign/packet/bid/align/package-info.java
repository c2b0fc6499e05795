/// Lines of bids to items of the scope: the trade's words, units, likeness and the assignment.
/// Pure; knows nothing of documents' formats or of what is wrong with a bid.
@NullMarked
package dev.countersign.packet.bid.align;

import org.jspecify.annotations.NullMarked;

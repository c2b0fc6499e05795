/// The bid comparison: what is read from bids and scope, how it is lined up, checked and drafted.
/// Knows documents and steps, nothing of queues, tables or HTTP.
@NullMarked
package dev.countersign.packet.bid;

import org.jspecify.annotations.NullMarked;

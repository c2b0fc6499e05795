/// The bid comparison's second reader: a model reads and lines up what the rules did, and both are
/// compared. The page decides where it can, a person where it cannot; no figure enters without a
/// quote that was found on its page. Without a model nothing here runs.
@NullMarked
package dev.countersign.packet.bid.ask;

import org.jspecify.annotations.NullMarked;

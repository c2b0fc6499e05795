/// Reads a bid from the words and positions of its document, by rule: numbers, rows and columns
/// first, prices and terms from them. Pure code: no model, no clock, no files.
@NullMarked
package dev.countersign.packet.bid.extract;

import org.jspecify.annotations.NullMarked;

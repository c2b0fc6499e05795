/// Draws one comparison as the files that people and programs read: JSON, HTML, a spreadsheet and a
/// PDF. Decides nothing: what is in the `Comparison` is shown, with its place, and nothing else.
@NullMarked
package dev.countersign.packet.bid.present;

import org.jspecify.annotations.NullMarked;

/// What an estimator would stop at: one class a check, each a pure function from the packet to
/// flags; and who is lowest. May not read formats, clocks or stores.
@NullMarked
package dev.countersign.packet.bid.check;

import org.jspecify.annotations.NullMarked;

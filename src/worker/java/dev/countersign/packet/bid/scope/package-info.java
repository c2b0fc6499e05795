/// Which document is the scope of work, and what it asks for. Pure; works on pages that were read.
@NullMarked
package dev.countersign.packet.bid.scope;

import org.jspecify.annotations.NullMarked;

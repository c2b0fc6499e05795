/// One work item from lease to commit, what time brings, and the entry classes of the functions.
/// Decides nothing about state: the core does.
@NullMarked
package dev.countersign.worker;

import org.jspecify.annotations.NullMarked;

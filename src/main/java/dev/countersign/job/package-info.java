/// The core: what a job is and what may happen to it, as values and two pure functions. Imports
/// only `java.*` and JSpecify.
@NullMarked
package dev.countersign.job;

import org.jspecify.annotations.NullMarked;

/// What an agent may use: tools that read its job's documents and compute, and change nothing. No
/// tool here has a network, a file system or a store.
@NullMarked
package dev.countersign.model.tools;

import org.jspecify.annotations.NullMarked;

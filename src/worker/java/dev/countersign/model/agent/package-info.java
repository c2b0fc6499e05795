/// Agents: a bounded loop of a model and tools within one step. Each turn and each use of a tool is
/// stored as it comes. An agent reads and answers; it cannot do anything to the world.
@NullMarked
package dev.countersign.model.agent;

import org.jspecify.annotations.NullMarked;

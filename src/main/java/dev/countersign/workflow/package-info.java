/// What a workflow's author writes: descriptors (name, version, inputs, steps, lane, limits,
/// reviewers) and the contract of step code. Knows nothing of queues, tables or HTTP.
@NullMarked
package dev.countersign.workflow;

import org.jspecify.annotations.NullMarked;

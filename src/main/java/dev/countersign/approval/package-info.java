/// The gate: what is signed, who may sign, and how a signature is known to be genuine. Links that
/// carry a request for a decision, the digest of what is decided on, the seal on a decision, and
/// the use case of deciding. Nothing here performs an effect.
@NullMarked
package dev.countersign.approval;

import org.jspecify.annotations.NullMarked;

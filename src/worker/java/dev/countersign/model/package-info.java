/// Language models: what is asked of them, what they answer, what it may cost. Knows no provider's
/// wire form; that is `model.openai`'s.
@NullMarked
package dev.countersign.model;

import org.jspecify.annotations.NullMarked;

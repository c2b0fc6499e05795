/// The quick answer: what documents say to a question, by rule or in a model's words, with the
/// places that it stands on. Nothing here does anything in the world.
@NullMarked
package dev.countersign.packet.answer;

import org.jspecify.annotations.NullMarked;

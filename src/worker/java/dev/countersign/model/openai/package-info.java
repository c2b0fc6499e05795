/// Asks models at any endpoint with OpenAI's interface: chat completions by langchain4j, background
/// responses by a client of our own, both over one kind of call with limits (decision 0020).
@NullMarked
package dev.countersign.model.openai;

import org.jspecify.annotations.NullMarked;

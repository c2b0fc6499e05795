/// A scripted server with OpenAI's interface, and what is tested with it.
@NullMarked
package dev.countersign.model.openai;

import org.jspecify.annotations.NullMarked;

package dev.countersign.packet.answer;

import dev.countersign.model.Meaning;
import dev.countersign.model.tools.Quoted;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// An answer as a model gives it: claims, until their quotes have been found again.
@RegisterForReflection
record Drafted(
    @Meaning("Whether the pages answer the question at all") boolean stated,
    @Meaning("The answer, the most important first; empty when it is not stated")
        List<Claim> sentences) {
  @RegisterForReflection
  record Claim(
      @Meaning("One short sentence of the answer") String sentence,
      @Meaning("Every place that the sentence stands on; at least one") List<Quoted> quotes) {}
}

package dev.countersign.packet.bid.tell;

import dev.countersign.model.Meaning;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// A summary as a model gives it: claims, until they are held to the facts.
@RegisterForReflection
record SummarySaid(@Meaning("The summary, the most important first") List<SentenceSaid> sentences) {
  SummarySaid {
    sentences = List.copyOf(sentences);
  }

  @RegisterForReflection
  record SentenceSaid(
      @Meaning("One plain sentence") String text,
      @Meaning("The ids of the facts it stands on, e.g. F3; at least one") List<String> facts) {
    SentenceSaid {
      facts = List.copyOf(facts);
    }
  }
}

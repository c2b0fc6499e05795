package dev.countersign.packet.bid;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// A summary in a model's words; what of it could not be held to the facts is not in it.
///
/// @param model as the provider names it
/// @param leftOut how many of its sentences are not here
@RegisterForReflection
public record Narrative(String model, List<Sentence> sentences, int leftOut) {
  public Narrative {
    sentences = List.copyOf(sentences);
  }

  /// @param grounds what it stands on; at least one
  @RegisterForReflection
  public record Sentence(String text, List<Ground> grounds) {
    public Sentence {
      grounds = List.copyOf(grounds);
    }
  }

  /// Something that the comparison says.
  ///
  /// @param fact in the comparison's own words
  /// @param citations where it stands in the documents; none for what is not stated or was reckoned
  @RegisterForReflection
  public record Ground(String fact, List<Citation> citations) {
    public Ground {
      citations = List.copyOf(citations);
    }
  }
}

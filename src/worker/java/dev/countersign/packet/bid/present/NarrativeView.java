package dev.countersign.packet.bid.present;

import static java.util.stream.Collectors.joining;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Narrative;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A model's summary in words and in order.
///
/// @param leftOut what is said of sentences that are not here; may be empty
@RegisterForReflection
public record NarrativeView(String model, List<Sentence> sentences, String leftOut) {
  /// @param places "bid-a.pdf, page 2" of all that it stands on, each once; may be empty
  @RegisterForReflection
  public record Sentence(String text, List<Ground> grounds, String places) {}

  /// @param cites where the fact stands in the documents
  @RegisterForReflection
  public record Ground(String fact, List<PacketView.Cite> cites) {}

  static @Nullable NarrativeView of(@Nullable Narrative narrative) {
    if (narrative == null) return null;
    return new NarrativeView(
        Plain.text(narrative.model()),
        narrative.sentences().stream().map(NarrativeView::sentence).toList(),
        leftOut(narrative.leftOut()));
  }

  private static Sentence sentence(Narrative.Sentence sentence) {
    return new Sentence(
        Plain.text(sentence.text()),
        sentence.grounds().stream()
            .map(ground -> new Ground(Plain.text(ground.fact()), Plain.cites(ground.citations())))
            .toList(),
        places(sentence.grounds()));
  }

  private static String places(List<Narrative.Ground> grounds) {
    var pages = new LinkedHashMap<String, TreeSet<Integer>>();
    for (var ground : grounds)
      for (Citation place : ground.citations())
        pages.computeIfAbsent(Plain.text(place.document()), _ -> new TreeSet<>()).add(place.page());
    return pages.entrySet().stream()
        .map(of -> of.getKey() + ", " + PageRange.words(List.copyOf(of.getValue())))
        .collect(joining("; "));
  }

  private static String leftOut(int sentences) {
    if (sentences == 0) return "";
    return sentences == 1
        ? "One more sentence was left out: it does not stand on what was found."
        : sentences + " more sentences were left out: they do not stand on what was found.";
  }
}

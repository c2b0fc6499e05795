package dev.countersign.packet.answer;

import dev.countersign.packet.cite.Orders;
import dev.countersign.packet.cite.Stems;
import dev.countersign.workflow.Answer;
import dev.countersign.workflow.Answer.Place;
import dev.countersign.workflow.Answer.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers with the documents' own words: the lines that share the most words with the question.
final class AnswerByRule {
  private static final int MOST = 4;
  private static final Stems STEMS =
      new Stems(
          3,
          Set.of(
              "the", "and", "for", "are", "was", "what", "which", "who", "when", "where", "how",
              "does", "did", "has", "have", "any", "there", "this", "that", "with", "from", "is",
              "much", "many", "will", "can", "they", "their", "its", "whose", "been"));

  private AnswerByRule() {}

  /// @param why no model's answer is given
  static Answer of(String question, Read read, Found found, String why) {
    var sentences =
        found.passages().stream()
            .flatMap(passage -> best(passage, question, found.orders()).stream())
            .distinct()
            .limit(MOST)
            .map(place -> new Sentence(place.quote(), List.of(place)))
            .toList();
    return new Answer(
        Answer.SCHEMA,
        question,
        Answer.By.RULES,
        null,
        note(why, sentences.isEmpty()),
        !sentences.isEmpty(),
        sentences,
        List.of(),
        read.searched(),
        found.instructions(),
        read.gaps());
  }

  private static String note(String why, boolean nothing) {
    return why
        + (nothing
            ? " No passage shares a word with the question."
            : " These are the passages that share the most words with the question; whether they"
                + " answer it is for you to see.");
  }

  /// The two lines of the passage that stand together and share the most words; none of those that
  /// give orders.
  private static Optional<Place> best(Place passage, String question, Orders orders) {
    var wanted = STEMS.of(question);
    var lines = passage.quote().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    Optional<Place> best = Optional.empty();
    long most = 0;
    for (int i = 0; i < lines.size(); i++) {
      var two = lines.get(i) + (i + 1 < lines.size() ? "\n" + lines.get(i + 1) : "");
      long shared = STEMS.of(two).stream().filter(wanted::contains).count();
      if (shared <= most) continue;
      var place = new Place(passage.source(), passage.document(), passage.page(), two);
      if (orders.touch(place.source(), place.page(), two)) continue;
      most = shared;
      best = Optional.of(place);
    }
    return best;
  }
}

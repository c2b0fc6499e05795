package dev.countersign.packet.answer;

import dev.countersign.model.tools.Library;
import dev.countersign.model.tools.SearchSources;
import dev.countersign.model.tools.ToolAnswer;
import dev.countersign.source.FindInstructions;
import dev.countersign.source.Instruction;
import dev.countersign.workflow.Answer.Place;
import java.util.List;

/// What stands in the documents of a question: the passages that share its words, and the text that
/// tries to instruct its reader, which is never one of them.
///
/// @param passages the best first
record Found(List<Place> passages, List<Place> instructions) {
  private static final int MOST = 10;

  static Found on(String question, Library library) {
    var instructions =
        library.entries().stream()
            .flatMap(entry -> FindInstructions.in(entry.document()).stream())
            .map(Found::place)
            .toList();
    return new Found(
        passages(question, library).stream()
            .filter(passage -> !FindInstructions.tells(passage.quote()))
            .toList(),
        instructions);
  }

  private static List<Place> passages(String question, Library library) {
    var answer = new SearchSources().use(new SearchSources.Arguments(question, MOST), library);
    return answer instanceof ToolAnswer.Found(_, var cited)
        ? cited.stream()
            .map(one -> new Place(one.source(), one.document(), one.page(), one.quote()))
            .toList()
        : List.of();
  }

  private static Place place(Instruction one) {
    return new Place(one.source(), one.document(), one.page(), one.quote());
  }
}

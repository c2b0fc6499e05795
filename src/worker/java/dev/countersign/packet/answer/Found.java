package dev.countersign.packet.answer;

import dev.countersign.model.tools.Library;
import dev.countersign.model.tools.SearchSources;
import dev.countersign.model.tools.ToolAnswer;
import dev.countersign.packet.cite.Orders;
import dev.countersign.workflow.Answer.Place;
import java.util.List;

/// What stands in the documents of a question: the passages that share its words, and the text that
/// tries to instruct its reader, which is never quoted for an answer.
///
/// @param passages the best first; text that instructs may stand in them
record Found(List<Place> passages, Orders orders) {
  private static final int MOST = 10;

  static Found on(String question, Library library) {
    return new Found(passages(question, library), Orders.in(library));
  }

  List<Place> instructions() {
    return orders.all().stream()
        .map(one -> new Place(one.source(), one.document(), one.page(), one.quote()))
        .toList();
  }

  private static List<Place> passages(String question, Library library) {
    var answer = new SearchSources().use(new SearchSources.Arguments(question, MOST), library);
    return answer instanceof ToolAnswer.Found(_, var cited)
        ? cited.stream()
            .map(one -> new Place(one.source(), one.document(), one.page(), one.quote()))
            .toList()
        : List.of();
  }
}

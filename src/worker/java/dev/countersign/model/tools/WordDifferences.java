package dev.countersign.model.tools;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.List;

/// The places in which two runs of words differ, each with some words around it.
final class WordDifferences {
  private static final int AROUND = 5;

  private WordDifferences() {}

  static List<String> between(List<String> left, List<String> right) {
    return DiffUtils.diff(left, right).getDeltas().stream()
        .map(delta -> shown(delta, left))
        .toList();
  }

  private static String shown(AbstractDelta<String> delta, List<String> left) {
    var gone = delta.getSource();
    int from = gone.getPosition();
    int to = from + gone.size();
    var before = left.subList(Math.max(0, from - AROUND), from);
    var after = left.subList(to, Math.min(left.size(), to + AROUND));
    return "… %s %s%s %s …"
        .formatted(
            String.join(" ", before),
            marked("[-", gone, "-]"),
            marked("{+", delta.getTarget(), "+}"),
            String.join(" ", after));
  }

  private static String marked(String open, Chunk<String> words, String close) {
    return words.size() == 0 ? "" : open + String.join(" ", words.getLines()) + close;
  }
}

package dev.countersign.model.tools;

import dev.countersign.model.tools.ToolAnswer.Fault;
import dev.countersign.source.QuoteFinder;
import dev.countersign.workflow.EffectClass;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/// Which words differ between two passages, or two whole pages.
@ApplicationScoped
public class ComparePassages implements Tool<ComparePassages.Arguments> {
  private static final int MOST_WORDS = 2_000;

  @RegisterForReflection
  public record Arguments(Passage left, Passage right) {}

  /// @param text the passage as it stands on the page; empty for the whole page
  @RegisterForReflection
  public record Passage(String source, int page, String text) {}

  @Override
  public String name() {
    return "compare_passages";
  }

  @Override
  public String description() {
    return "Compares two passages word by word. Each has source (a short name such as S1), page (from"
        + " 1) and text (the passage as it stands on that page; empty for the whole page). In the"
        + " answer [-words-] stand only left and {+words+} only right.";
  }

  @Override
  public EffectClass effect() {
    return EffectClass.READ;
  }

  @Override
  public Class<Arguments> arguments() {
    return Arguments.class;
  }

  @Override
  public ToolAnswer use(Arguments asked, Library library) {
    return on(
        library, asked.left(), left -> on(library, asked.right(), right -> compared(left, right)));
  }

  private record Side(Library.Place place, String text) {
    List<String> words() {
      return List.of(QuoteFinder.normalized(text).split(" ", -1));
    }
  }

  private static ToolAnswer on(Library library, Passage passage, Function<Side, ToolAnswer> use) {
    return library.on(
        passage.source(),
        passage.page(),
        place -> {
          if (passage.text().isBlank()) return use.apply(new Side(place, place.page().text()));
          if (QuoteFinder.on(place.page()).finds(passage.text()))
            return use.apply(new Side(place, passage.text()));
          return ToolAnswer.refused(
              Fault.NOT_ON_PAGE, "These words do not stand on %s.".formatted(place.label()));
        });
  }

  private static ToolAnswer compared(Side left, Side right) {
    if (Math.max(left.words().size(), right.words().size()) > MOST_WORDS)
      return ToolAnswer.refused(
          Fault.TOO_LARGE, "A passage has at most %d words; give its text.".formatted(MOST_WORDS));
    var differences = WordDifferences.between(left.words(), right.words());
    var heading = "%s and %s".formatted(left.place().label(), right.place().label());
    var cited = List.of(left.place().cite(left.text()), right.place().cite(right.text()));
    if (differences.isEmpty())
      return new ToolAnswer.Found("The words of %s are the same.".formatted(heading), cited);
    return new ToolAnswer.Found(
        "%s differ in %d place(s):\n%s"
            .formatted(heading, differences.size(), String.join("\n", differences)),
        cited);
  }
}

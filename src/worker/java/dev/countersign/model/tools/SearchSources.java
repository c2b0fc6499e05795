package dev.countersign.model.tools;

import dev.countersign.workflow.EffectClass;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/// Finds the passages of all documents that have the words asked for.
@ApplicationScoped
public class SearchSources implements Tool<SearchSources.Arguments> {
  private static final int LONGEST_QUERY = 300;
  private static final int MOST_HITS = 20;

  /// @param most how many passages, 1 to 20
  @RegisterForReflection
  public record Arguments(String query, int most) {
    public Arguments {
      if (query.isBlank() || query.length() > LONGEST_QUERY)
        throw new IllegalArgumentException("query has 1 to " + LONGEST_QUERY + " characters");
      if (most < 1 || most > MOST_HITS)
        throw new IllegalArgumentException("most is 1 to " + MOST_HITS);
    }
  }

  @Override
  public String name() {
    return "search_sources";
  }

  @Override
  public String description() {
    return "Finds passages in all documents by their words, the best first, each with its source and"
        + " page. query: the words, without operators. most: how many, 1 to 20.";
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
  public ToolAnswer use(Arguments wanted, Library library) {
    var hits = library.index().search(wanted.query(), wanted.most());
    if (hits.isEmpty())
      return ToolAnswer.Found.of(
          "No passage of the %d document(s) has any of these words."
              .formatted(library.entries().size()));
    return new ToolAnswer.Found(
        hits.stream()
            .map(hit -> hit.place().label() + ":\n" + hit.text().strip())
            .collect(Collectors.joining("\n\n")),
        hits.stream().map(hit -> hit.place().cite(hit.text().strip())).toList());
  }
}

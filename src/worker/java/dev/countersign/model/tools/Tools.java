package dev.countersign.model.tools;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// All tools that there are. A process whose tools could do more than read does not start.
@Startup
@ApplicationScoped
public class Tools {
  private final List<Tool<?>> all;

  /// @throws IllegalArgumentException when one of them may not be an agent's
  Tools(@All List<Tool<?>> all) {
    var _ = new Toolbox(all);
    this.all = List.copyOf(all);
  }

  /// Those of one agent.
  ///
  /// @throws IllegalArgumentException when there is none of a name
  public Toolbox box(String... names) {
    return new Toolbox(List.of(names).stream().map(this::named).toList());
  }

  private Tool<?> named(String name) {
    return all.stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no tool " + name + "."));
  }
}

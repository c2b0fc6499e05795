package dev.countersign.packet.bid.ask;

import dev.countersign.model.Meaning;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// Where the lines of a bid belong, as a model has it.
@RegisterForReflection
record PlacesSaid(@Meaning("Every line of the bid once") List<PlaceSaid> lines) {
  PlacesSaid {
    lines = List.copyOf(lines);
  }

  @RegisterForReflection
  record PlaceSaid(
      @Meaning("The line's number") int line,
      @Meaning("The ids of the items whose price it holds; none when it is of no item")
          List<String> items) {
    PlaceSaid {
      items = List.copyOf(items);
    }
  }
}

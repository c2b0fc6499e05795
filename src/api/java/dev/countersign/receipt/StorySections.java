package dev.countersign.receipt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.store.TimelineEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a job's timeline says of its receipt: the chain itself, and the parts of it that people ask
/// for by name.
final class StorySections {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern NOTIFIED = Pattern.compile(".*(_told|_notified|reminded|escalated)");
  private static final Set<String> ENDS_OF_A_TRY =
      Set.of(
          "deadline_passed",
          "handed_back",
          "lease_lapsed",
          "proposed",
          "step_done",
          "step_failed",
          "step_parked",
          "step_retriable");

  private final List<TimelineEvent> story;
  private final boolean words;

  /// @param words whether also what people wrote
  StorySections(List<TimelineEvent> story, boolean words) {
    this.story = story;
    this.words = words;
  }

  /// Every entry as it was hashed, and what is still there of the values behind its commitments.
  ArrayNode timeline() {
    var list = NODES.arrayNode();
    for (var event : story)
      list.add(
          NODES
              .objectNode()
              .put("entry", event.canonical())
              .put("hash", event.hash())
              .<ObjectNode>set("personal", personal(event)));
    return list;
  }

  /// Every try of every step, as it ended.
  ArrayNode attempts() {
    return those(event -> ENDS_OF_A_TRY.contains(event.type()));
  }

  ArrayNode notifications() {
    return those(event -> NOTIFIED.matcher(event.type()).matches());
  }

  /// When the job's values were erased, and how much that was.
  Optional<ObjectNode> erasure() {
    return story.stream()
        .filter(event -> event.type().equals("erased"))
        .findFirst()
        .map(event -> {
          var erased = NODES.objectNode().put("at", event.at().toString()).put("seq", event.seq());
          event.facts().forEach(erased::put);
          return erased;
        });
  }

  private ArrayNode those(Predicate<TimelineEvent> wanted) {
    var list = NODES.arrayNode();
    story.stream().filter(wanted).map(this::view).forEach(list::add);
    return list;
  }

  private ObjectNode view(TimelineEvent event) {
    var view = NODES.objectNode().put("seq", event.seq()).put("type", event.type());
    view.put("at", event.at().toString());
    event.facts().forEach(view::put);
    event
        .personal()
        .forEach((name, kept) -> {
          if (shown(name)) view.put(name, kept.value());
        });
    return view;
  }

  private ObjectNode personal(TimelineEvent event) {
    var all = NODES.objectNode();
    event
        .personal()
        .forEach((name, kept) -> {
          if (shown(name))
            all.set(name, NODES.objectNode().put("salt", kept.salt()).put("value", kept.value()));
        });
    return all;
  }

  private boolean shown(String name) {
    return words || !name.equals("words");
  }
}

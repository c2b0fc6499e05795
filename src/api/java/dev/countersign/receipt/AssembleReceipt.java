package dev.countersign.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.job.Job;
import dev.countersign.store.Artifacts;
import dev.countersign.store.CallLog;
import dev.countersign.store.DynamoPartition;
import dev.countersign.store.StoredForms;
import dev.countersign.store.ToolLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Puts a job's story together, section by section, from what is stored of it.
@ApplicationScoped
public class AssembleReceipt {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final DynamoPartition partition;
  private final Artifacts artifacts;
  private final CallLog calls;
  private final ToolLog tools;
  private final FindCitations citations;
  private final StoredForms forms;

  AssembleReceipt(
      DynamoPartition partition,
      Artifacts artifacts,
      CallLog calls,
      ToolLog tools,
      FindCitations citations,
      StoredForms forms) {
    this.partition = partition;
    this.artifacts = artifacts;
    this.calls = calls;
    this.tools = tools;
    this.citations = citations;
    this.forms = forms;
  }

  /// The sections by name.
  ///
  /// @param content whether also what was submitted, quoted, written and proposed
  public Map<String, JsonNode> of(Job job, boolean content) {
    var id = job.id();
    var story = new StorySections(partition.story(id), content);
    var sections = new TreeMap<String, JsonNode>();
    sections.put("job", job(job, story));
    sections.put("inputs", inputs(job));
    sections.put(
        "citations", content ? citations.in(id, partition.sources(id)) : NODES.arrayNode());
    sections.put("steps", forms.facts(job.progress().runs()));
    sections.put("attempts", story.attempts());
    sections.put("calls", list(calls.of(id), row -> without(row, "content")));
    sections.put("tools", list(tools.of(id), row -> flat(row, "use")));
    sections.put("revisions", list(partition.proposals(id), AssembleReceipt::revision));
    sections.put("notifications", story.notifications());
    sections.put("decisions", list(partition.decisions(id), row -> flat(row, "decision")));
    sections.put("effects", list(partition.effects(id), row -> flat(row, "effect")));
    sections.put("artifacts", list(artifacts.all(id), row -> without(row, "key")));
    sections.put("timeline", story.timeline());
    if (!content) Withhold.from(sections);
    return sections;
  }

  private ObjectNode job(Job job, StorySections story) {
    var facts = (ObjectNode) forms.facts(job);
    facts.remove(List.of("plan", "progress", "effects", "fence"));
    facts.put("status", job.state().status());
    facts.put("revision", job.progress().revision());
    story.erasure().ifPresent(erased -> facts.set("erased", erased));
    return facts;
  }

  private ArrayNode inputs(Job job) {
    var readings = partition.readings(job.id());
    return list(
        partition.sources(job.id()),
        source -> {
          readings.stream()
              .filter(reading -> reading.source().equals(source.path("id").asText()))
              .forEach(reading -> source.set("reading", forms.facts(reading)));
          return source;
        });
  }

  /// Without what the request has come to, which the decisions say.
  private static ObjectNode revision(ObjectNode proposal) {
    proposal.remove("job");
    for (var action : proposal.path("actions")) ((ObjectNode) action).remove("key");
    return proposal;
  }

  private static ObjectNode flat(ObjectNode row, String inner) {
    if (row.remove(inner) instanceof ObjectNode within) row.setAll(within);
    return row;
  }

  private static ObjectNode without(ObjectNode row, String field) {
    row.remove(field);
    return row;
  }

  private ArrayNode list(List<?> rows, Function<ObjectNode, ObjectNode> shape) {
    var list = NODES.arrayNode();
    for (var row : rows) list.add(shape.apply((ObjectNode) forms.facts(row)));
    return list;
  }
}

package dev.countersign.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.job.JobId;
import dev.countersign.store.Artifacts;
import dev.countersign.store.S3Objects;
import dev.countersign.store.StoredArtifact;
import dev.countersign.workflow.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The quotes that a job's newest JSON files give as their grounds: wherever an object has a `page`
/// and a `quote`, and names the document as `source` (its id) or by its file name.
@ApplicationScoped
public class FindCitations {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> BY_NAME = List.of("document", "bid");

  private final Artifacts artifacts;

  FindCitations(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  private record Quote(String source, int page, String quote) implements Comparable<Quote> {
    private static final Comparator<Quote> ORDER =
        Comparator.comparing(Quote::source)
            .thenComparingInt(Quote::page)
            .thenComparing(Quote::quote);

    @Override
    public int compareTo(Quote other) {
      return ORDER.compare(this, other);
    }

    ObjectNode asJson() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("source", source)
          .put("page", page)
          .put("quote", quote);
    }
  }

  /// Each once, in the order of documents and pages.
  ArrayNode in(JobId job, List<Source> sources) {
    var names = names(sources);
    var found = new TreeSet<Quote>();
    for (var file : newest(artifacts.all(job))) collect(read(file), names, found);
    var list = JsonNodeFactory.instance.arrayNode();
    found.forEach(quote -> list.add(quote.asJson()));
    return list;
  }

  private static List<StoredArtifact> newest(List<StoredArtifact> all) {
    var newest = new HashMap<String, StoredArtifact>();
    for (var file : all)
      if (file.mediaType().startsWith("application/json")) newest.put(file.name(), file);
    return new ArrayList<>(newest.values());
  }

  /// A file that is not there any more quotes nothing.
  private JsonNode read(StoredArtifact file) {
    try {
      return JSON.readTree(artifacts.bytes(file));
    } catch (S3Objects.Altered | JsonProcessingException _) {
      return JsonNodeFactory.instance.missingNode();
    } catch (IOException e) {
      throw new UncheckedIOException(file.name(), e);
    }
  }

  private static void collect(JsonNode node, Map<String, String> names, Set<Quote> found) {
    var quote = node.path("quote");
    var page = node.path("page");
    if (quote.isTextual() && page.canConvertToInt())
      source(node, names)
          .ifPresent(source -> found.add(new Quote(source, page.asInt(), quote.asText())));
    for (var part : node) collect(part, names, found);
  }

  private static Optional<String> source(JsonNode node, Map<String, String> names) {
    if (node.path("source").isTextual()) return Optional.of(node.path("source").asText());
    return BY_NAME.stream()
        .map(field -> Optional.ofNullable(names.get(node.path(field).asText())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Two of one name are told apart by `(source id)`.
  private static Map<String, String> names(List<Source> sources) {
    var names = new HashMap<String, String>();
    for (var source : sources) {
      names.put(source.name(), source.id());
      names.put("%s (%s)".formatted(source.name(), source.id()), source.id());
    }
    return names;
  }
}

package dev.countersign.model.tools;

import dev.countersign.source.Gap;
import dev.countersign.workflow.EffectClass;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/// Which documents there are, and what of them could not be read.
@ApplicationScoped
public class ListSources implements Tool<ListSources.Nothing> {
  /// It is asked for nothing.
  @RegisterForReflection
  public record Nothing() {}

  @Override
  public String name() {
    return "list_sources";
  }

  @Override
  public String description() {
    return "Lists the documents of this job: their short names, file names, kinds and pages, and"
        + " what of them could not be read.";
  }

  @Override
  public EffectClass effect() {
    return EffectClass.NONE;
  }

  @Override
  public Class<Nothing> arguments() {
    return Nothing.class;
  }

  @Override
  public ToolAnswer use(Nothing arguments, Library library) {
    if (library.entries().isEmpty()) return ToolAnswer.Found.of("There are no documents.");
    return ToolAnswer.Found.of(
        library.entries().stream().map(ListSources::line).collect(Collectors.joining("\n")));
  }

  private static String line(Library.Entry entry) {
    var document = entry.document();
    var read =
        "%s: %s (%s), %d page(s)"
            .formatted(
                entry.name(), document.name(), document.mediaType(), document.pages().size());
    if (document.gaps().isEmpty()) return read;
    return document.gaps().stream()
        .map(Gap::reason)
        .collect(Collectors.joining(" ", read + ". Not read: ", ""));
  }
}

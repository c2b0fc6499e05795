package dev.countersign.packet.answer;

import dev.countersign.source.Document;
import dev.countersign.source.Gap;
import dev.countersign.workflow.Answer.Searched;
import dev.countersign.workflow.Fatal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Collectors;

/// The documents of one question, as they were read.
@RegisterForReflection
record Read(List<Document> documents) {
  Read {
    documents = List.copyOf(documents);
  }

  List<Document> readable() {
    return documents.stream().filter(Document::readable).toList();
  }

  List<Searched> searched() {
    return readable().stream()
        .map(document ->
            new Searched(
                document.id(),
                document.name(),
                document.pages().stream().map(page -> page.number()).toList()))
        .toList();
  }

  List<String> gaps() {
    return documents.stream()
        .flatMap(document -> document.gaps().stream())
        .map(Gap::reason)
        .toList();
  }

  /// @throws Fatal naming each file and why it was not read
  void refuseWhenNothingWasRead() {
    if (!readable().isEmpty()) return;
    throw Fatal.badInput(
        "No document could be read. " + gaps().stream().collect(Collectors.joining(" ")),
        "Submit again with at least one document that can be read, as the reasons say.");
  }
}

package dev.countersign.packet.bid;

import dev.countersign.source.Document;
import dev.countersign.source.Gap;
import dev.countersign.workflow.Fatal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All uploaded documents as read, and what each was taken for.
///
/// @param inputs in the documents' order
@RegisterForReflection
record Uploads(List<Document> documents, List<Comparison.Input> inputs) {
  static final String SCOPE = "scope";
  static final String BID = "bid";

  Uploads {
    documents = List.copyOf(documents);
    inputs = List.copyOf(inputs);
  }

  Optional<Document> scope() {
    return as(SCOPE).stream().findFirst();
  }

  List<Document> bids() {
    return as(BID).stream().filter(Document::readable).toList();
  }

  /// One readable bid is enough to go on.
  ///
  /// @throws Fatal naming each file and why it is no bid
  void refuseWithoutBids() {
    if (!bids().isEmpty()) return;
    throw Fatal.badInput(
        "No file could be read as a bid. "
            + inputs.stream().map(Uploads::reason).collect(Collectors.joining(" ")),
        "Submit again with at least one bid that can be read, as the reasons say.");
  }

  private List<Document> as(String role) {
    return documents.stream()
        .filter(document ->
            inputs.stream()
                .anyMatch(i -> i.source().equals(document.id()) && i.role().equals(role)))
        .toList();
  }

  private static String reason(Comparison.Input input) {
    return input.gaps().isEmpty()
        ? "%s was taken for %s: %s.".formatted(input.document(), input.role(), input.why())
        : input.gaps().stream().map(Gap::reason).collect(Collectors.joining(" "));
  }
}

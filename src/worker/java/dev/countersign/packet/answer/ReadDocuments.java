package dev.countersign.packet.answer;

import dev.countersign.source.Document;
import dev.countersign.source.Gap;
import dev.countersign.source.ReadDocument;
import dev.countersign.source.ReadLimits;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.SourceReading;
import dev.countersign.workflow.StepCode;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import java.util.List;

/// Reads what the question is about.
final class ReadDocuments implements StepCode {
  private final ReadDocument read = new ReadDocument(ReadLimits.DEFAULT);

  @Override
  public StepResult run(StepContext context) {
    var documents =
        context.each(
            context.sources(),
            Source::id,
            Document.class,
            source -> read.read(source.id(), source.name(), context.open(source)));
    return new StepResult.Done(
        new Read(documents), List.of(), documents.stream().map(ReadDocuments::reading).toList());
  }

  private static SourceReading reading(Document document) {
    return new SourceReading(
        document.id(),
        document.mediaType(),
        document.pages().size(),
        "document",
        "given with the question",
        document.gaps().stream().map(Gap::reason).toList());
  }
}

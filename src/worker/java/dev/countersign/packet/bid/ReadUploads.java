package dev.countersign.packet.bid;

import dev.countersign.packet.bid.scope.ClassifyDocuments;
import dev.countersign.packet.bid.scope.DocumentRole;
import dev.countersign.source.Document;
import dev.countersign.source.Gap;
import dev.countersign.source.ReadDocument;
import dev.countersign.source.ReadLimits;
import dev.countersign.workflow.BidComparison;
import dev.countersign.workflow.Source;
import dev.countersign.workflow.SourceReading;
import dev.countersign.workflow.StepCode;
import dev.countersign.workflow.StepContext;
import dev.countersign.workflow.StepResult;
import java.util.List;
import java.util.Locale;

/// Reads every uploaded file to pages, some at a time, and finds out what each is. What could not
/// be read is a named gap of its file, not a failure of the job.
final class ReadUploads implements StepCode {
  private final ReadDocument read = new ReadDocument(ReadLimits.DEFAULT);

  @Override
  public StepResult run(StepContext context) {
    var sources = context.sources();
    var documents =
        context.each(
            sources,
            Source::id,
            Document.class,
            source -> read.read(source.id(), source.name(), context.open(source)));
    var given =
        sources.stream()
            .filter(source -> source.role().equals(BidComparison.SCOPE))
            .map(Source::id)
            .findFirst()
            .orElse(null);
    var roles = new ClassifyDocuments().classify(documents, given);
    return new StepResult.Done(
        new Uploads(documents, roles.stream().map(ReadUploads::input).toList()),
        List.of(),
        roles.stream().map(ReadUploads::reading).toList());
  }

  private static Comparison.Input input(DocumentRole role) {
    var document = role.document();
    return new Comparison.Input(
        document.id(),
        document.name(),
        document.sha256(),
        document.mediaType(),
        document.pages().size(),
        name(role),
        role.why(),
        document.gaps());
  }

  private static SourceReading reading(DocumentRole role) {
    var document = role.document();
    return new SourceReading(
        document.id(),
        document.mediaType(),
        document.pages().size(),
        name(role),
        role.why(),
        document.gaps().stream().map(Gap::reason).toList());
  }

  private static String name(DocumentRole role) {
    return role.role().name().toLowerCase(Locale.ROOT);
  }
}

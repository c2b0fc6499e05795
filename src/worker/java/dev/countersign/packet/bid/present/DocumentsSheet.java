package dev.countersign.packet.bid.present;

import dev.countersign.packet.bid.Comparison;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;

/// Every uploaded file: what it was taken for, why, and what of it was not read.
final class DocumentsSheet {
  private DocumentsSheet() {}

  static void write(Worksheet worksheet, Comparison comparison) {
    SheetRows sheet = new SheetRows(worksheet, 34, 9, 44, 26, 8, 68, 70);
    sheet.heading(
        1, List.of("Document", "Role", "Why", "Media type", "Pages", "SHA-256", "Not read"));
    for (Comparison.Input input : comparison.inputs()) {
      sheet.text(0, input.document());
      sheet.text(1, input.role());
      sheet.text(2, input.why());
      sheet.text(3, input.mediaType());
      sheet.number(4, input.pages());
      sheet.text(5, input.sha256());
      sheet.text(
          6,
          input.gaps().stream()
              .map(gap -> gap.where() + ": " + gap.reason())
              .collect(Collectors.joining(" ")));
      sheet.next();
    }
  }
}

package dev.countersign.source;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/// What a PDF says beside its pages: its title, subject and keywords (told with page 1), and the
/// words of notes that are not drawn. Some readers hand it on with the text.
final class PdfNotes {
  private static final int LONGEST = 4_000;

  private PdfNotes() {}

  static List<TextLine> on(PDDocument pdf, int page) throws IOException {
    var properties = page == 1 ? properties(pdf.getDocumentInformation()) : Stream.<String>empty();
    var notes = pdf.getPage(page - 1).getAnnotations().stream().map(PDAnnotation::getContents);
    var all =
        Stream.concat(properties, notes)
            .filter(Objects::nonNull)
            .filter(words -> !words.isBlank())
            .collect(Collectors.joining("\n"));
    return HiddenText.lines(PlainText.of(all.substring(0, Math.min(all.length(), LONGEST))));
  }

  private static Stream<String> properties(PDDocumentInformation about) {
    return Stream.of(about.getTitle(), about.getSubject(), about.getKeywords(), about.getAuthor());
  }
}

package dev.countersign.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;

/// Draws a one-page PDF for a test, in the order of the calls. Places are in points from the top
/// left.
final class SketchPdf {
  private interface Stroke {
    void draw(PDPageContentStream page) throws IOException;
  }

  private final List<Stroke> strokes = new ArrayList<>();

  SketchPdf text(float x, float y, String text) {
    return text(x, y, 10, text);
  }

  SketchPdf text(float x, float y, float size, String text) {
    strokes.add(page -> {
      page.beginText();
      page.setFont(new PDType1Font(FontName.HELVETICA), size);
      page.newLineAtOffset(x, PDRectangle.LETTER.getHeight() - y);
      page.showText(text);
      page.endText();
    });
    return this;
  }

  /// From bottom to top, as on a sheet in landscape that was not turned.
  SketchPdf upwards(float x, float y, String text) {
    strokes.add(page -> {
      page.beginText();
      page.setFont(new PDType1Font(FontName.HELVETICA), 10);
      page.setTextMatrix(
          Matrix.getRotateInstance(Math.PI / 2, x, PDRectangle.LETTER.getHeight() - y));
      page.showText(text);
      page.endText();
    });
    return this;
  }

  /// The colour of what is drawn from here on, as a shade of grey: 0 is black, 1 is white.
  SketchPdf shade(float grey) {
    strokes.add(page -> page.setNonStrokingColor(grey));
    return this;
  }

  SketchPdf box(float x, float y, float width, float height) {
    strokes.add(page -> {
      page.addRect(x, PDRectangle.LETTER.getHeight() - y - height, width, height);
      page.fill();
    });
    return this;
  }

  byte[] bytes() {
    try (PDDocument pdf = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(PDRectangle.LETTER);
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        for (Stroke stroke : strokes) stroke.draw(content);
      }
      pdf.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Page read() {
    return Fixtures.read("sketch.pdf", bytes()).pages().getFirst();
  }
}

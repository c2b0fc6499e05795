package dev.countersign.packet.bid.present;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/// `comparison.pdf`: XHTML laid out on paper, with its own font inside and no clock.
final class ComparisonPdf {
  private static final String FAMILY = "Packet";
  private static final String FONTS = "/fonts/LiberationSans-";

  private ComparisonPdf() {}

  /// @param title the document's title, as viewers show it
  static byte[] of(String xhtml, String title) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XRLog.setLoggingEnabled(
        false); // its warnings quote what it draws, and logs hold no document text
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfUaAccessibility(true); // tagged for screen readers, and only with our own font
    builder.useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true);
    builder.useUriResolver((base, uri) -> null);
    builder.withHtmlContent(xhtml, null);
    builder.toStream(bytes);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      PDDocument document = renderer.createPDFKeepOpen();
      try (document) {
        timeless(document, title);
        document.save(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the packet's PDF cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void timeless(PDDocument document, String title) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setProducer("Countersign");
    document.setDocumentInformation(information);
    document.setDocumentId(0L);
  }

  private static InputStream font(String weight) {
    InputStream font = ComparisonPdf.class.getResourceAsStream(FONTS + weight + ".ttf");
    if (font == null) throw new IllegalStateException("the build left out " + FONTS + weight);
    return font;
  }
}

package dev.countersign.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The characters of one PDF page in the order in which the file draws them.
final class PageGlyphs extends PDFTextStripper {
  private static final float BOLD_WEIGHT = 600;

  private final List<Glyph> glyphs = new ArrayList<>();

  private PageGlyphs(int page) {
    setStartPage(page);
    setEndPage(page);
  }

  /// @param page from 1
  static List<Glyph> of(PDDocument pdf, int page) throws IOException {
    PageGlyphs found = new PageGlyphs(page);
    found.getText(pdf);
    return found.glyphs;
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    String text = position.getUnicode();
    if (text == null || text.isEmpty()) return;
    glyphs.add(
        new Glyph(
            text,
            position.getXDirAdj(),
            position.getYDirAdj(),
            position.getWidthDirAdj(),
            position.getYScale(),
            isBold(position.getFont()),
            position.getDir() != 0));
  }

  private static boolean isBold(PDFont font) {
    String name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
    if (name.contains("bold") || name.contains("black") || name.contains("heavy")) return true;
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return descriptor != null
        && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
  }
}

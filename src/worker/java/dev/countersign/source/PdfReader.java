package dev.countersign.source;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/// PDF to pages of words with their positions.
final class PdfReader implements SourceReader {
  private static final System.Logger LOG = System.getLogger(PdfReader.class.getName());
  private static final int MOST_OF_A_PAGE = 200_000;

  @Override
  public Reading read(String name, Path file, ReadLimits limits) throws IOException {
    Optional<Gap> refusal = PdfStreams.beyondLimits(name, file);
    if (refusal.isPresent()) return Reading.nothing(refusal.get());
    boolean cutOff = !PdfStreams.endsAsItShould(file);
    try (PDDocument pdf =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(file), IOUtils.createTempFileOnlyStreamCache())) {
      fillFields(pdf);
      return pages(name, pdf, cutOff, limits);
    } catch (InvalidPasswordException e) {
      return Reading.nothing(Gap.encrypted(name));
    }
  }

  /// Draws the values of form fields that the form's program left to the reader to draw.
  private static void fillFields(PDDocument pdf) {
    try {
      PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
      if (form != null && form.getNeedAppearances()) form.refreshAppearances();
    } catch (Interrupted e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "form fields are read as they were drawn", e);
    }
  }

  private static Reading pages(String name, PDDocument pdf, boolean cutOff, ReadLimits limits) {
    int total = pdf.getNumberOfPages();
    int last = Math.min(total, limits.pages());
    int characters = limits.characters();
    List<Page> pages = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    if (cutOff) gaps.add(Gap.damagedInPart(name));
    for (int number = 1; number <= last && characters > 0; number++) {
      try {
        PageGlyphs glyphs = new PageGlyphs(pdf.getPage(number - 1), MOST_OF_A_PAGE);
        Page page = page(pdf.getPage(number - 1), number, glyphs, PdfNotes.on(pdf, number));
        pages.add(page);
        characters -= page.text().length();
        if (glyphs.isPicture()) gaps.add(Gap.pictureOnly(name, number));
      } catch (Interrupted e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        gaps.add(Gap.pageUnreadable(name, "page " + number));
      }
    }
    if (characters <= 0) gaps.add(Gap.cutShort(name, "after page " + pages.size()));
    if (last < total) gaps.add(Gap.tooManyPages(name, last, total));
    return new Reading(pages, gaps).orNothing(name, cutOff);
  }

  private static Page page(PDPage page, int number, PageGlyphs glyphs, List<TextLine> notes) {
    PDRectangle box = page.getCropBox();
    PageLayout layout = new PageLayout(GlyphWords.of(glyphs.seen()));
    boolean upright = page.getRotation() % 180 == 0;
    return new Page(
        number,
        "page " + number,
        upright ? box.getWidth() : box.getHeight(),
        upright ? box.getHeight() : box.getWidth(),
        layout.text(),
        layout.lines(),
        List.of(),
        hidden(layout, glyphs, notes));
  }

  /// Notes alone do not make a scan readable.
  private static List<TextLine> hidden(PageLayout layout, PageGlyphs glyphs, List<TextLine> notes) {
    List<TextLine> drawn = PageLayout.lines(GlyphWords.of(glyphs.hidden()));
    if (drawn.isEmpty() && layout.text().isBlank()) return List.of();
    return Stream.concat(drawn.stream(), notes.stream()).toList();
  }
}

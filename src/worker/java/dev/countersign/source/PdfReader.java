package dev.countersign.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// PDF to pages of words with their positions.
final class PdfReader implements SourceReader {
  @Override
  public Reading read(String name, Path file, ReadLimits limits) {
    try (PDDocument pdf =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(file), IOUtils.createTempFileOnlyStreamCache())) {
      return pages(name, pdf, limits);
    } catch (InvalidPasswordException e) {
      return Reading.nothing(Gap.encrypted(name));
    } catch (Interrupted e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return Reading.nothing(Gap.damaged(name));
    }
  }

  private static Reading pages(String name, PDDocument pdf, ReadLimits limits) {
    int total = pdf.getNumberOfPages();
    int last = Math.min(total, limits.pages());
    List<Page> pages = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (int number = 1; number <= last; number++) {
      try {
        pages.add(page(pdf, number));
      } catch (Interrupted e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        gaps.add(Gap.pageUnreadable(name, "page " + number));
      }
    }
    if (last < total) gaps.add(Gap.tooManyPages(name, last, total));
    if (pages.stream().allMatch(page -> page.text().isBlank())) {
      return Reading.nothing(Gap.noText(name));
    }
    return new Reading(pages, gaps);
  }

  private static Page page(PDDocument pdf, int number) throws IOException {
    PDRectangle box = pdf.getPage(number - 1).getCropBox();
    var words = GlyphWords.of(PageGlyphs.of(pdf, number));
    return new Page(
        number,
        "page " + number,
        box.getWidth(),
        box.getHeight(),
        PageLayout.text(words),
        PageLayout.rows(words),
        List.of());
  }
}

package dev.countersign.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// A workbook to one page a sheet, cells as a person sees them. A hidden sheet is read too and its
/// label ends in "(hidden)".
final class XlsxReader implements SourceReader {
  @Override
  public Reading read(String name, Path file, ReadLimits limits) throws IOException {
    try (ReadableWorkbook workbook = open(file)) {
      return sheets(name, workbook, limits);
    }
  }

  /// With the formats of cells, or without where the workbook has no part of styles, which it need
  /// not have.
  private static ReadableWorkbook open(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
    } catch (ExcelReaderException noStyles) {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, false));
    }
  }

  private static Reading sheets(String name, ReadableWorkbook workbook, ReadLimits limits) {
    List<Page> pages = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    int rows = limits.rows();
    int characters = limits.characters();
    List<Sheet> sheets = workbook.getSheets().toList();
    for (Sheet sheet : sheets.subList(0, Math.min(sheets.size(), limits.pages()))) {
      TableText table = new TableText(rows, characters);
      String label = label(sheet);
      try (Stream<Row> stream = sheet.openStream()) {
        fill(table, stream, workbook.isDate1904());
      } catch (Interrupted e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        gaps.add(Gap.pageUnreadable(name, label));
      }
      if (table.isFull()) gaps.add(Gap.cutShort(name, label + ", after row " + table.size()));
      pages.add(table.page(sheet.getIndex() + 1, label));
      rows -= table.size();
      characters -= table.length();
    }
    if (sheets.size() > limits.pages()) {
      gaps.add(Gap.tooManyPages(name, limits.pages(), sheets.size()));
    }
    if (gaps.isEmpty() && pages.stream().allMatch(page -> page.rows().isEmpty())) {
      return Reading.nothing(Gap.blank(name));
    }
    return new Reading(pages, gaps);
  }

  private static void fill(TableText table, Stream<Row> rows, boolean date1904) {
    for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
      Interrupted.check();
      List<String> cells = new ArrayList<>();
      for (Cell cell : all.next()) cells.add(cell == null ? "" : CellText.of(cell, date1904));
      if (!table.add(cells)) return;
    }
  }

  private static String label(Sheet sheet) {
    boolean hidden = sheet.getVisibility() != SheetVisibility.VISIBLE;
    return "sheet " + PlainText.line(sheet.getName()) + (hidden ? " (hidden)" : "");
  }
}

package dev.countersign.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Delimited text to one page of rows, whatever the delimiter and encoding.
final class CsvReader implements SourceReader {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int SAMPLE = 40;
  private static final String EXCEL_HINT = "sep=";

  @Override
  public Reading read(String name, Path file, ReadLimits limits) throws IOException {
    String text = TextBytes.decode(Files.readAllBytes(file));
    char delimiter = delimiter(text);
    if (text.startsWith(EXCEL_HINT)) text = text.substring(Math.max(0, text.indexOf('\n')));
    TableText table = new TableText(limits.rows(), limits.characters());
    try (CSVParser records = parse(text, delimiter)) {
      for (CSVRecord cells : records) {
        Interrupted.check();
        if (!table.add(cells.toList())) break;
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      return table.reading(name, "table", Gap.damagedInPart(name));
    }
    return table.reading(name, "table");
  }

  /// Whether most lines have the same number of cells, three or more.
  static boolean looksLikeTable(String text) {
    Shape shape = shape(text, delimiter(text));
    return shape.columns >= 3 && shape.agreeing >= 3 && shape.agreeing * 4 >= shape.rows * 3;
  }

  private record Shape(int columns, int agreeing, int rows) {
    double score() {
      return columns < 2 ? 0 : (double) agreeing / rows * Math.log(columns + 1);
    }
  }

  static char delimiter(String text) {
    if (text.startsWith(EXCEL_HINT) && text.length() > EXCEL_HINT.length()) {
      return text.charAt(EXCEL_HINT.length());
    }
    char best = ',';
    double score = 0;
    for (char candidate : DELIMITERS) {
      double its = shape(text, candidate).score();
      if (its > score) {
        best = candidate;
        score = its;
      }
    }
    return best;
  }

  private static Shape shape(String text, char delimiter) {
    Map<Integer, Integer> widths = new HashMap<>();
    int rows = 0;
    try (CSVParser records = parse(text, delimiter)) {
      for (CSVRecord cells : records) {
        widths.merge(cells.size(), 1, Integer::sum);
        if (++rows == SAMPLE) break;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return new Shape(0, 0, 1);
    }
    int columns = 1;
    int agreeing = 0;
    for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
      if (width.getKey() > 1 && width.getValue() > agreeing) {
        columns = width.getKey();
        agreeing = width.getValue();
      }
    }
    return new Shape(columns, agreeing, Math.max(1, rows));
  }

  private static CSVParser parse(String text, char delimiter) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(true)
        .setLenientEof(true)
        .setTrailingData(true)
        .get()
        .parse(new StringReader(text));
  }
}

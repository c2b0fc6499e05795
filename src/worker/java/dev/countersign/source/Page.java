package dev.countersign.source;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// One page (or sheet) of a document.
///
/// @param number from 1
/// @param label how people name it: "page 2", "sheet Bid form", "sheet Notes (hidden)"
/// @param width in points; 0 where the format has no pages
/// @param text the page's text in reading order, lines ended by `\n`; quotes are found again in it
/// @param lines the same text with positions; empty where the format has none
/// @param rows table cells as text, row by row, where the format knows them (CSV, XLSX, DOCX)
/// @param hidden text that a person does not see (same colour as its background, tiny, off the
///   page, marked as hidden); it stands in none of the others and is no part of what was offered
@RegisterForReflection
public record Page(
    int number,
    String label,
    float width,
    float height,
    String text,
    List<TextLine> lines,
    List<List<String>> rows,
    List<TextLine> hidden) {
  public Page {
    if (number < 1) throw new IllegalArgumentException("pages count from 1, not " + number);
    lines = List.copyOf(lines);
    rows = rows.stream().map(List::copyOf).toList();
    hidden = List.copyOf(hidden);
  }

  /// A page without hidden text.
  public Page(
      int number,
      String label,
      float width,
      float height,
      String text,
      List<TextLine> lines,
      List<List<String>> rows) {
    this(number, label, width, height, text, lines, rows, List.of());
  }

  /// The same page as part of another document.
  Page as(int newNumber, String newLabel) {
    return new Page(newNumber, newLabel, width, height, text, lines, rows, hidden);
  }
}

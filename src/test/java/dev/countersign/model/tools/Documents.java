package dev.countersign.model.tools;

import dev.countersign.source.Document;
import dev.countersign.source.Gap;
import dev.countersign.source.Page;
import dev.countersign.source.TextLine;
import dev.countersign.source.Word;
import java.util.List;
import java.util.stream.Collectors;

/// Documents as they were read.
public final class Documents {
  private Documents() {}

  /// Two pages, one of them with text that nobody sees.
  public static Document aBid() {
    var unseen = new TextLine(List.of(new Word("unseen", 0, 0, 0, 0, 0, false)));
    return document(
        "bid",
        "bid.pdf",
        "application/pdf",
        List.of(
            page(1, "Elm Roofing\nTotal for all work: 32,200.00 USD\n"),
            new Page(
                2,
                "page 2",
                0,
                0,
                "The warranty lasts 24 months.\nOffice in Zürich.\n",
                List.of(),
                List.of(),
                List.of(unseen))));
  }

  public static Document aSheet() {
    return table(
        "prices.csv",
        List.of(List.of("Item", "Price"), List.of("Roof", "1200.50"), List.of("Gutter", "", "80")));
  }

  public static Document aLetter() {
    return text("letter.txt", "Dear owner,\nThe warranty lasts 36\nmonths.\n");
  }

  /// Nothing of it could be read.
  public static Document aScan() {
    return new Document(
        "src_scan",
        "scan.pdf",
        "00",
        "application/pdf",
        List.of(),
        List.of(
            new Gap(
                "no_text", "whole document", "scan.pdf is a scan; send a PDF with text instead.")));
  }

  public static Document text(String name, String text) {
    return document(stem(name), name, "text/plain", List.of(page(1, text)));
  }

  public static Document table(String name, List<List<String>> rows) {
    var text = rows.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
    var page = new Page(1, "table", 0, 0, text + "\n", List.of(), rows);
    return document(stem(name), name, "text/csv", List.of(page));
  }

  private static Document document(String id, String name, String type, List<Page> pages) {
    return new Document("src_" + id, name, "00", type, pages, List.of());
  }

  private static Page page(int number, String text) {
    return new Page(number, "page " + number, 0, 0, text, List.of(), List.of());
  }

  private static String stem(String name) {
    return name.substring(0, name.indexOf('.'));
  }
}

package dev.countersign.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/// Collects the text of WordprocessingML (ECMA-376 part 1, section 17) element by element. Deleted
/// text of tracked changes is left out; text marked as hidden is kept apart.
final class DocxText {
  private final int mostCharacters;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder hidden = new StringBuilder();
  private final List<List<String>> rows = new ArrayList<>();
  private final Deque<List<String>> openRows = new ArrayDeque<>();
  private final Deque<StringBuilder> openCells = new ArrayDeque<>();
  private StringBuilder paragraph = new StringBuilder();
  private boolean inText;
  private boolean inHiddenRun;
  private int inFallback;

  DocxText(int mostCharacters) {
    this.mostCharacters = mostCharacters;
  }

  boolean isFull() {
    return text.length() + hidden.length() + paragraph.length() > mostCharacters;
  }

  void take(XMLStreamReader xml, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (inText && inFallback == 0) (inHiddenRun ? hidden : paragraph).append(xml.getText());
      }
      default -> {}
    }
  }

  private void start(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "Fallback" -> inFallback++;
      case "r" -> inHiddenRun = false;
      case "vanish" -> inHiddenRun = inHiddenRun || !isOff(xml);
      case "t" -> inText = true;
      case "tab" -> paragraph.append('\t');
      case "br", "cr" -> paragraph.append('\n');
      case "noBreakHyphen" -> paragraph.append('-');
      case "tr" -> openRows.push(new ArrayList<>());
      case "tc" -> openCells.push(new StringBuilder());
      default -> {}
    }
  }

  private static boolean isOff(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (!xml.getAttributeLocalName(i).equals("val")) continue;
      return List.of("0", "false", "off").contains(xml.getAttributeValue(i));
    }
    return false;
  }

  private void end(String element) {
    switch (element) {
      case "Fallback" -> inFallback--;
      case "t" -> inText = false;
      case "r" -> inHiddenRun = false;
      case "p" -> endParagraph();
      case "tc" -> endCell();
      case "tr" -> endRow();
      default -> {}
    }
  }

  private void endParagraph() {
    String written = PlainText.of(paragraph.toString());
    paragraph = new StringBuilder();
    if (hidden.length() > 0) hidden.append('\n');
    if (openCells.isEmpty()) {
      if (!written.isBlank()) text.append(written).append('\n');
    } else {
      openCells.peek().append(written).append(' ');
    }
  }

  private void endCell() {
    if (openCells.isEmpty()) return;
    String cell = PlainText.line(openCells.pop().toString());
    if (!openRows.isEmpty()) openRows.peek().add(cell);
  }

  private void endRow() {
    if (openRows.isEmpty()) return;
    List<String> row = openRows.pop();
    if (!openCells.isEmpty()) {
      openCells.peek().append(String.join(" ", row)).append(' ');
    } else if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
      rows.add(row);
      text.append(String.join("\t", row)).append('\n');
    }
  }

  /// Closes what a damaged part left open, so that what was read of it is kept.
  void endOfPart() {
    while (!openCells.isEmpty() || !openRows.isEmpty()) {
      if (paragraph.length() > 0) endParagraph();
      if (openCells.size() >= openRows.size()) endCell();
      else endRow();
    }
    if (paragraph.length() > 0) endParagraph();
    inText = false;
    inHiddenRun = false;
    inFallback = 0;
  }

  Page page() {
    List<TextLine> unseen = HiddenText.lines(hidden.toString());
    return new Page(1, "document", 0, 0, text.toString(), List.of(), rows, unseen);
  }
}

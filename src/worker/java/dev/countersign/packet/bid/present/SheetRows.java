package dev.countersign.packet.bid.present;

import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// One sheet of the workbook. Text goes in as a string cell whatever it begins with, so that no
/// document can become a formula; formulas are only those written here.
final class SheetRows {
  /// What a cell of a spreadsheet can hold.
  private static final int LONGEST_TEXT = 32_767;

  private final Worksheet sheet;
  private int row;

  SheetRows(Worksheet sheet, double... widths) {
    this.sheet = sheet;
    for (int column = 0; column < widths.length; column++) sheet.width(column, widths[column]);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  /// The row that is written to, from 0.
  int row() {
    return row;
  }

  void next() {
    row++;
  }

  void width(int column, double width) {
    sheet.width(column, width);
  }

  /// Writes a heading row here and freezes what is above and left of the data.
  void heading(int frozenColumns, List<String> names) {
    for (int column = 0; column < names.size(); column++) {
      text(column, names.get(column));
      var style = sheet.style(row, column).bold().fontColor("FFFFFFFF").fillColor("FF14535C");
      style.wrapText(true).verticalAlignment("center").set();
    }
    sheet.rowHeight(row, 32);
    sheet.freezePane(frozenColumns, row + 1);
    sheet.repeatRows(row);
    row++;
  }

  void text(int column, @Nullable String text) {
    if (text == null || text.isEmpty()) return;
    String plain = Plain.text(text);
    if (plain.length() > LONGEST_TEXT) plain = plain.substring(0, LONGEST_TEXT - 1) + "…";
    sheet.value(row, column, plain);
    sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
  }

  void strong(int column, String text) {
    text(column, text);
    sheet.style(row, column).bold().wrapText(true).set();
  }

  /// A line that runs over the columns to its right.
  void title(String text, int size) {
    sheet.value(row, 0, Plain.text(text));
    sheet.style(row, 0).bold().fontSize(size).set();
    row++;
  }

  void note(String text) {
    if (text.isEmpty()) return;
    sheet.value(row, 0, Plain.text(text));
    row++;
  }

  void tinted(int column, String color) {
    sheet.style(row, column).fillColor(color).set();
  }

  void number(int column, @Nullable Number number) {
    if (number == null) return;
    sheet.value(row, column, number);
    sheet.style(row, column).format("#,##0.######").verticalAlignment("top").set();
  }

  void money(int column, @Nullable BigDecimal amount, String currency) {
    if (amount == null) return;
    sheet.value(row, column, amount);
    moneyStyle(column, currency);
  }

  /// @param formula of cell references only
  void moneyFormula(int column, String formula, String currency) {
    sheet.formula(row, column, formula);
    moneyStyle(column, currency);
  }

  private void moneyStyle(int column, String currency) {
    sheet.style(row, column).format(Amounts.cellFormat(currency)).verticalAlignment("top").set();
  }

  /// "E7" for column 4 and row 6.
  static String cell(int column, int row) {
    StringBuilder letters = new StringBuilder();
    for (int left = column; left >= 0; left = left / 26 - 1) {
      letters.insert(0, (char) ('A' + left % 26));
    }
    return letters.append(row + 1).toString();
  }
}

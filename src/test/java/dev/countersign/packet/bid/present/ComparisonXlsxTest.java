package dev.countersign.packet.bid.present;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.packet.bid.Comparison;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class ComparisonXlsxTest {
  private static final Pattern SUM = Pattern.compile("SUM\\([A-Z]+(\\d+):[A-Z]+(\\d+)\\)");

  @Test
  void it_has_the_sheets_an_estimator_looks_for() throws IOException {
    try (ReadableWorkbook workbook = open(PacketFixture.theSample("maple-court-kitchen"))) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .containsExactly("Summary", "Comparison", "Lines", "Flags", "Terms", "Documents");
    }
  }

  @Test
  void a_models_summary_is_on_the_first_sheet_with_its_places() throws IOException {
    var texts =
        rows(PacketFixture.aPacketWithAModel(), "Summary").stream()
            .map(row -> row.getCellText(0))
            .toList();

    assertThat(texts)
        .contains("Summary, written by the model small-1 from what is found here:")
        .contains("Elm <i>asks</i> for $5.00. (elm.pdf, page 2)");
  }

  @Test
  void the_sums_cover_exactly_the_lines_of_each_bid() throws IOException {
    Comparison comparison = PacketFixture.theSample("suite-310-tenant-improvement");
    List<Row> rows = rows(comparison, "Comparison");
    Row sums =
        rows.stream()
            .filter(row -> row.getCellText(1).equals("Sum of the lines"))
            .findFirst()
            .orElseThrow();

    for (int b = 0; b < comparison.bids().size(); b++) {
      int column = 4 + 2 * b;
      Matcher sum = SUM.matcher(sums.getCell(column).getFormula());
      assertThat(sum.matches()).isTrue();
      int first = Integer.parseInt(sum.group(1));
      int last = Integer.parseInt(sum.group(2));
      BigDecimal added = added(rows.subList(first - 1, last), column);
      assertThat(added).isEqualByComparingTo(comparison.bids().get(b).computedSubtotal());
    }
  }

  @Test
  void amounts_are_numbers_and_each_has_its_page_beside_it() throws IOException {
    Comparison comparison = PacketFixture.theSample("maple-court-kitchen");
    List<Row> rows = rows(comparison, "Lines");

    assertThat(rows).hasSize(1 + comparison.bids().stream().mapToInt(b -> b.lines().size()).sum());
    for (Row row : rows.subList(1, rows.size())) {
      assertThat(row.getCell(11).getType()).isEqualTo(CellType.NUMBER);
      assertThat(row.getCell(12).getType()).isEqualTo(CellType.NUMBER);
      assertThat(row.getCellText(13)).isNotBlank();
    }
  }

  @Test
  void no_text_of_a_document_becomes_a_formula() throws IOException {
    int asText = 0;
    try (ReadableWorkbook workbook = open(PacketFixture.aHostilePacket())) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        for (Row row : sheet.read()) {
          for (Cell cell : cells(row)) {
            if (cell.getType() == CellType.FORMULA) {
              assertThat(cell.getFormula()).matches("[A-Z]+\\d+[-+][A-Z]+\\d+|" + SUM.pattern());
            } else if (cell.getText().matches("[=+@-][^0-9].*|=1.*")) {
              assertThat(cell.getType()).isEqualTo(CellType.STRING);
              asText++;
            }
          }
        }
      }
    }
    assertThat(asText).isGreaterThan(8);
  }

  @Test
  void every_part_of_the_workbook_is_well_formed() throws Exception {
    DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    byte[] file = ComparisonXlsx.of(PacketFixture.aHostilePacket());
    int parts = 0;

    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      while (zip.getNextEntry() != null) {
        parser.parse(new ByteArrayInputStream(zip.readAllBytes()));
        parts++;
      }
    }
    assertThat(parts).isGreaterThan(10);
  }

  @Test
  void a_long_text_is_cut_to_what_a_cell_holds() throws IOException {
    Comparison comparison = PacketFixture.aPacketWithALongClause(40_000);

    assertThat(rows(comparison, "Terms").getLast().getCellText(2)).hasSize(32_767).endsWith("…");
  }

  private static BigDecimal added(List<Row> rows, int column) {
    return rows.stream()
        .flatMap(row -> cells(row).stream())
        .filter(cell -> cell.getColumnIndex() == column && cell.getType() == CellType.NUMBER)
        .map(Cell::asNumber)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// A row's cells; a row has gaps where nothing was written.
  private static List<Cell> cells(Row row) {
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : row) if (cell != null && cell.getType() != CellType.EMPTY) cells.add(cell);
    return cells;
  }

  private static List<Row> rows(Comparison comparison, String sheet) throws IOException {
    try (ReadableWorkbook workbook = open(comparison)) {
      return workbook.findSheet(sheet).orElseThrow().read();
    }
  }

  private static ReadableWorkbook open(Comparison comparison) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(ComparisonXlsx.of(comparison)));
  }
}

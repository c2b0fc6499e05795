package dev.countersign.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// CSV and XLSX: rows as a person sees them.
final class TablesTest {
  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void any_usual_delimiter_is_found(String delimiter) {
    String csv =
        "Item~Work~Unit\n1~\"Tile, glazed; white\"~SF\n2~Paint~LS\n".replace("~", delimiter);

    Document document = Fixtures.read("scope.csv", "\uFEFF" + csv);

    assertThat(document.mediaType()).isEqualTo("text/csv");
    assertThat(document.pages().getFirst().rows())
        .containsExactly(
            List.of("Item", "Work", "Unit"),
            List.of("1", "Tile, glazed; white", "SF"),
            List.of("2", "Paint", "LS"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE"})
  void encodings_are_told_apart(String charset) {
    byte[] csv =
        "Pos;Leistung;Preis\n1;Küche – Ausbau;1.234,50\n".getBytes(Charset.forName(charset));

    assertThat(Fixtures.read("scope.csv", csv).pages().getFirst().rows())
        .contains(List.of("1", "Küche – Ausbau", "1.234,50"));
  }

  @Test
  void a_broken_quote_does_not_lose_the_rows() {
    String csv = "a,b,c\n1,\"3/4\" plywood,SF\n2,paint,LS\n";

    assertThat(Fixtures.read("scope.csv", csv).pages().getFirst().rows()).hasSize(3);
  }

  @Test
  void a_table_is_known_by_its_content_without_its_ending() {
    Document document = Fixtures.read("scope", "id;work;unit\n1;Tile;SF\n2;Paint;LS\n3;Door;EA\n");

    assertThat(document.mediaType()).isEqualTo("text/csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1234.5; #,##0.00; 1,234.50",
        "1234.5; General; 1234.5",
        "0.1; General; 0.1",
        "0.30000000000000004; General; 0.3",
        "38; 0; 38",
        "0.075; 0.0%; 7.5%",
        "1500; \"$\"#,##0; $1,500",
        "12; 0.00\" SF\"; 12.00",
        "46157; yyyy-mm-dd; 2026-05-15",
        "46157.5; m/d/yy h:mm; 2026-05-15 12:00"
      })
  void a_number_is_shown_as_its_format_says(BigDecimal value, String format, String shown) {
    assertThat(CellText.number(value, format, false)).isEqualTo(shown);
  }

  @Test
  void a_negative_amount_keeps_its_parentheses() {
    BigDecimal deduct = new BigDecimal("-9100");

    assertThat(CellText.number(deduct, "$#,##0_);($#,##0)", false)).isEqualTo("($9,100)");
    assertThat(CellText.number(deduct, "#,##0", false)).isEqualTo("-9,100");
  }

  @Test
  void a_workbook_is_read_sheet_by_sheet_and_a_hidden_one_is_told() throws IOException {
    Document document = Fixtures.read("scope.xlsx", aWorkbook());

    assertThat(document.gaps()).isEmpty();
    assertThat(document.pages())
        .extracting(Page::label)
        .containsExactly("sheet Scope", "sheet Notes (hidden)");
    assertThat(document.pages().getFirst().rows())
        .containsExactly(
            List.of("Work", "Due", "Price"), List.of("Tile, 12x24", "2026-05-15", "1234.5"));
    assertThat(document.pages().getFirst().text()).contains("Tile, 12x24\t2026-05-15\t1234.5\n");
  }

  private static byte[] aWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet scope = workbook.newWorksheet("Scope");
      scope.value(0, 0, "Work");
      scope.value(0, 1, "Due");
      scope.value(0, 2, "Price");
      scope.value(1, 0, "Tile,\n12x24");
      scope.value(1, 1, LocalDate.of(2026, 5, 15));
      scope.style(1, 1).format("yyyy-mm-dd").set();
      scope.value(1, 2, 1234.5);
      Worksheet notes = workbook.newWorksheet("Notes");
      notes.value(0, 0, "internal");
      notes.setVisibilityState(VisibilityState.HIDDEN);
    }
    return bytes.toByteArray();
  }
}

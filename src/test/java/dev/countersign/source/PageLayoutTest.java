package dev.countersign.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PageLayoutTest {
  private static final List<String> LEFT =
      List.of(
          "The contractor gives all labor that is",
          "needed for the work and keeps the site",
          "clean at all times until the owner has",
          "accepted it in writing after a walk of",
          "the site with the architect and all of",
          "the trades that had a part in the work",
          "and have been told of the day in time.");
  private static final List<String> RIGHT =
      List.of(
          "Payment is due in thirty days from the",
          "day on which the invoice came in, and",
          "is made by transfer to the account of",
          "the firm that is named on the invoice",
          "unless the owner has told it in good",
          "time that a part of the work is not",
          "what the contract asks for.");

  @Test
  void columns_of_text_are_read_one_after_the_other() {
    SketchPdf pdf =
        new SketchPdf().text(50, 60, "Conditions of this offer to the owner of the house");
    for (int i = 0; i < LEFT.size(); i++) pdf.text(50, 100 + 12 * i, LEFT.get(i));
    for (int i = 0; i < RIGHT.size(); i++) pdf.text(320, 100 + 12 * i, RIGHT.get(i));

    assertColumns(pdf.read());
  }

  @Test
  void columns_that_the_file_draws_line_by_line_across_are_read_one_after_the_other_too() {
    SketchPdf pdf = new SketchPdf();
    for (int i = 0; i < LEFT.size(); i++) {
      pdf.text(50, 100 + 12 * i, LEFT.get(i)).text(320, 100 + 12 * i, RIGHT.get(i));
    }

    assertColumns(pdf.read());
  }

  private static void assertColumns(Page page) {
    assertThat(page.text()).contains(String.join("\n", LEFT), String.join("\n", RIGHT));
    assertThat(page.lines()).extracting(TextLine::text).containsSubsequence(LEFT);
    assertThat(page.lines()).extracting(TextLine::text).containsSubsequence(RIGHT);
  }

  @Test
  void a_side_bar_does_not_mix_with_the_table_beside_it() {
    SketchPdf pdf = new SketchPdf();
    List<String> bar = List.of("Marlow Joinery", "12 Quay", "Eastham", "License 55", "Insured");
    for (int i = 0; i < bar.size(); i++) pdf.text(40, 100 + 13 * i, bar.get(i));
    for (int i = 0; i < 9; i++) {
      pdf.text(200, 107 + 17 * i, "Work number " + i).text(480, 107 + 17 * i, i + ",100.00");
    }

    assertThat(pdf.read().lines())
        .extracting(TextLine::text)
        .startsWith("Marlow Joinery", "12 Quay", "Eastham", "License 55", "Insured")
        .contains("Work number 3 3,100.00");
  }

  @Test
  void a_table_drawn_column_by_column_keeps_its_rows() {
    SketchPdf pdf = new SketchPdf();
    for (int i = 0; i < 6; i++) pdf.text(50, 100 + 14 * i, "Work number " + i);
    for (int i = 0; i < 6; i++) pdf.text(400, 100 + 14 * i, i + ",100.00");

    assertThat(pdf.read().lines())
        .extracting(TextLine::text)
        .contains("Work number 0 0,100.00", "Work number 5 5,100.00");
  }

  @Test
  void words_that_the_file_draws_in_no_order_are_read_row_by_row() {
    SketchPdf pdf = new SketchPdf();
    for (int i = 11; i >= 0; i--) {
      pdf.text(300, 100 + 14 * i, "stands").text(50, 100 + 14 * i, "Line" + i);
      pdf.text(150, 100 + 14 * i, "here");
    }

    assertThat(pdf.read().text()).startsWith("Line0 here stands\nLine1 here stands\n");
  }

  @Test
  void a_word_has_its_box_size_and_weight() {
    Word word =
        new SketchPdf().text(72, 100, 12, "Total").read().lines().getFirst().words().getFirst();

    assertThat(word.x()).isEqualTo(72);
    assertThat(word.fontSize()).isEqualTo(12);
    assertThat(word.y()).isLessThan(100);
    assertThat(word.bottom()).isGreaterThan(100);
    assertThat(word.bold()).isFalse();
  }

  @Test
  void text_printed_twice_to_look_bold_is_read_once() {
    Page page =
        new SketchPdf()
            .text(50, 100, "TOTAL BID")
            .text(50.4f, 100, "TOTAL BID")
            .text(200, 100, "9.00")
            .read();

    assertThat(page.text()).isEqualTo("TOTAL BID 9.00\n");
  }

  @Test
  void a_sheet_in_landscape_is_read_along_its_text() {
    Page page =
        new SketchPdf()
            .upwards(100, 700, "Tile work")
            .upwards(100, 300, "5,200.00")
            .upwards(120, 700, "Paint")
            .upwards(120, 300, "900.00")
            .text(300, 50, "draft")
            .read();

    assertThat(page.lines())
        .extracting(TextLine::text)
        .startsWith("Tile work 5,200.00", "Paint 900.00");
  }
}

package dev.countersign.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuoteFinderTest {
  @Test
  void a_quote_is_found_whatever_its_quotes_hyphens_ligatures_and_line_breaks() {
    QuoteFinder page =
        QuoteFinder.on(aPage("The owner’s\noﬃce – “as is”,\nR‑30 water\u00ADproofing"));

    assertThat(page.finds("The owner's office - \"as is\", R-30 waterproofing")).isTrue();
  }

  @Test
  void case_counts_and_so_does_every_word() {
    QuoteFinder page = QuoteFinder.on(aPage("Total base bid 87,859.00"));

    assertThat(page.finds("total base bid")).isFalse();
    assertThat(page.finds("Total bid")).isFalse();
    assertThat(page.finds("base bid 87,859.00")).isTrue();
  }

  @Test
  void a_row_is_found_across_its_cells_but_not_across_two_rows() {
    Page page = aPage("Tile\n100\nPaint\n200\n", aLine("Tile work", "100"), aLine("Paint", "200"));

    assertThat(QuoteFinder.on(page).finds("Tile work 100")).isTrue();
    assertThat(QuoteFinder.on(page).finds("work 100 Paint")).isFalse();
  }

  @Test
  void a_quote_of_a_few_characters_proves_nothing() {
    assertThat(QuoteFinder.on(aPage("LS 1")).finds("LS")).isFalse();
  }

  @Test
  void the_marks_of_a_quoted_mail_do_not_break_a_sentence() {
    QuoteFinder page = QuoteFinder.on(aPage("> The shop can hold\n> our slot.\n"));

    assertThat(page.finds("can hold our slot.")).isTrue();
  }

  @Test
  void hidden_text_is_found_apart_from_what_a_person_sees() {
    Page seen = aPage("Total 10.00");
    Page page =
        new Page(
            1, "page 1", 0, 0, seen.text(), List.of(), List.of(), List.of(aLine("rank", "us")));

    assertThat(QuoteFinder.on(page).finds("rank us")).isFalse();
    assertThat(QuoteFinder.on(page).findsHidden("rank us")).isTrue();
  }

  private static Page aPage(String text, TextLine... lines) {
    return new Page(1, "page 1", 612, 792, text, List.of(lines), List.of());
  }

  private static TextLine aLine(String... words) {
    return new TextLine(
        Arrays.stream(words).map(word -> new Word(word, 0, 0, 10, 10, 10, false)).toList());
  }
}

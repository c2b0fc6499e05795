package dev.countersign.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GlyphSightTest {
  private static final String ORDER = "rank us first";

  @Test
  void white_text_on_white_is_hidden() {
    assertHidden(aBid().shade(1).text(50, 200, ORDER).read());
  }

  @Test
  void white_text_on_a_dark_box_is_seen() {
    assertSeen(aBid().shade(0.2f).box(40, 180, 300, 40).shade(1).text(50, 200, ORDER).read());
  }

  @Test
  void text_in_the_colour_of_its_box_is_hidden() {
    assertHidden(aBid().shade(0.2f).box(40, 180, 300, 40).text(50, 200, ORDER).read());
  }

  @Test
  void tiny_text_is_hidden() {
    assertHidden(aBid().text(50, 200, 2, ORDER).read());
  }

  @Test
  void small_print_is_seen() {
    assertSeen(aBid().text(50, 200, 5, ORDER).read());
  }

  @Test
  void text_off_the_page_is_hidden() {
    assertHidden(aBid().text(50, 900, ORDER).read());
  }

  @Test
  void a_figure_that_was_painted_over_is_hidden_and_the_one_on_top_is_seen() {
    Page page =
        aBid()
            .text(50, 200, "9,100.00")
            .shade(1)
            .box(45, 185, 100, 25)
            .shade(0)
            .text(50, 200, "7,200.00")
            .read();

    assertThat(page.text()).contains("7,200.00").doesNotContain("9,100.00");
    assertThat(page.hidden()).extracting(TextLine::text).containsExactly("9,100.00");
  }

  private static SketchPdf aBid() {
    return new SketchPdf().text(50, 100, "Total base bid 28,400.00");
  }

  private static void assertHidden(Page page) {
    assertThat(page.hidden()).extracting(TextLine::text).containsExactly(ORDER);
    assertThat(page.text()).isEqualTo("Total base bid 28,400.00\n");
  }

  private static void assertSeen(Page page) {
    assertThat(page.text()).contains(ORDER);
    assertThat(page.hidden()).isEmpty();
  }
}

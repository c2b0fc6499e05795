package dev.countersign.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.page.Difference.Line;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void texts_that_are_the_same_have_none() {
    assertThat(Difference.lines("a\r\nb\r\n", "a\nb")).isEmpty();
  }

  @Test
  void lines_that_went_and_came_stand_with_their_neighbours() {
    assertThat(Difference.lines("one\ntwo\nthree\nfour\nfive", "one\ntwo\nTHREE\nfour\nfive"))
        .containsExactly(
            new Line("same", "two"),
            new Line("gone", "three"),
            new Line("new", "THREE"),
            new Line("same", "four"));
  }

  @Test
  void a_text_that_came_from_nothing_is_all_new() {
    assertThat(Difference.lines("", "a\nb"))
        .containsExactly(new Line("new", "a"), new Line("new", "b"));
  }

  @Test
  void what_is_too_long_to_compare_is_shown_whole() {
    var before = "x\n".repeat(700);

    assertThat(Difference.lines(before, "y"))
        .containsExactly(new Line("gone", before), new Line("new", "y"));
  }
}

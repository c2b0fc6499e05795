package dev.countersign.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.job.ReviewTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromiseTest {
  private static final List<String> THREE = List.of("a@x.example", "b@x.example", "me@x.example");

  @Test
  void any_one_of_those_who_may_is_enough_and_the_submitter_is_none_of_them() {
    assertThat(words(ReviewTerms.by(THREE)))
        .isEqualTo("Nothing is sent before a@x.example or b@x.example has approved exactly that.");
    assertThat(words(ReviewTerms.by(THREE).submitterToo())).contains("or me@x.example has");
  }

  @Test
  void several_who_must_are_not_joined_by_or() {
    var two = ReviewTerms.by(THREE).approvals(2);

    assertThat(words(two))
        .isEqualTo(
            "Nothing is sent before a@x.example and b@x.example have approved exactly that.");
    assertThat(words(two.submitterToo()))
        .contains("before 2 of a@x.example, b@x.example and me@x.example have");
    assertThat(words(two.inTurn())).contains("b@x.example, one after the other, have");
  }

  @Test
  void a_role_may_be_many_people() {
    var reviewers = ReviewTerms.by(List.of("role:reviewer"));

    assertThat(words(reviewers)).contains("before anybody with the role reviewer has");
    assertThat(words(reviewers.approvals(2)))
        .contains("before 2 of those with the role reviewer have");
  }

  @Test
  void where_too_few_are_left_it_names_nobody() {
    assertThat(words(ReviewTerms.by(List.of("me@x.example"))))
        .contains("before 1 person besides you has");
    assertThat(words(ReviewTerms.by(THREE).approvals(3))).contains("3 people besides you have");
  }

  private static String words(ReviewTerms terms) {
    return Promise.words(terms, "me@x.example");
  }
}

package dev.countersign.packet.answer;

import static dev.countersign.packet.answer.Questions.asked;
import static dev.countersign.packet.answer.Questions.byRule;
import static dev.countersign.packet.answer.Questions.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.source.Document;
import dev.countersign.workflow.Answer;
import dev.countersign.workflow.ModelFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickAnswerTest {
  private static final String QUESTION = "How long is the price firm?";
  private static final Document OFFER =
      document(
          "offer",
          "Fernhill Carpentry\nTotal 20,600.00\nWe begin in May.",
          "The price is firm for 60 days.\nA deposit of 10 % is due.");

  @Test
  void by_rule_the_lines_that_share_the_questions_words_are_quoted_with_their_page() {
    var answer = byRule(QUESTION, OFFER);

    assertThat(answer.by()).isEqualTo(Answer.By.RULES);
    assertThat(answer.note()).startsWith("No model.");
    var first = answer.sentences().getFirst();
    assertThat(first.text()).contains("firm for 60 days");
    assertThat(first.places().getFirst().page()).isEqualTo(2);
    assertThat(answer.searched())
        .containsExactly(new Answer.Searched("offer", "offer.txt", List.of(1, 2)));
  }

  @Test
  void by_rule_nothing_is_stated_where_no_word_is_shared() {
    var answer = byRule("Wo ist der Aufzug?", OFFER);

    assertThat(answer.stated()).isFalse();
    assertThat(answer.searched()).isNotEmpty();
  }

  @Test
  void a_models_sentence_counts_when_its_quote_stands_at_the_page() {
    var answer = asked(QUESTION, said("It is firm for 60 days.", 2, "firm for 60 days"), OFFER);

    assertThat(answer.by()).isEqualTo(Answer.By.MODEL);
    assertThat(answer.stated()).isTrue();
    assertThat(answer.sentences().getFirst().places())
        .containsExactly(new Answer.Place("offer", "offer.txt", 2, "firm for 60 days"));
  }

  @Test
  void a_sentence_whose_quote_or_number_is_nowhere_is_no_part_of_the_answer() {
    for (var said :
        List.of(
            said("It is firm for 90 days.", 2, "firm for 90 days"),
            said("It is firm for 90 days.", 2, "firm for 60 days"),
            said("It is firm for 60 days.", 1, "firm for 60 days"),
            said("It is firm.", 7, "firm for 60 days"))) {
      var answer = asked(QUESTION, said, OFFER);

      assertThat(answer.stated()).isFalse();
      assertThat(answer.sentences()).isEmpty();
      assertThat(answer.unsupported()).hasSize(1);
      assertThat(answer.note()).contains("left out");
    }
  }

  @Test
  void not_stated_names_the_pages_that_the_model_was_shown() {
    var answer = asked("Who insures it?", "{\"stated\":false,\"sentences\":[]}", OFFER);

    assertThat(answer.stated()).isFalse();
    assertThat(answer.searched().getFirst().pages()).containsExactly(1, 2);
  }

  @Test
  void of_documents_too_long_for_one_question_the_pages_with_the_words_are_shown() {
    var filler = "Nothing of note stands on this page of many.\n".repeat(800);
    var pages = new ArrayList<String>();
    for (int i = 0; i < 5; i++) pages.add(filler);
    pages.add("The price is firm for 60 days.");
    var shown = new ArrayList<String>();

    var answer =
        asked(
            QUESTION,
            task -> {
              task.documents().forEach(one -> shown.add(one.name()));
              return said("It is firm for 60 days.", 6, "firm for 60 days");
            },
            document("offer", pages.toArray(String[]::new)));

    assertThat(shown).contains("question", "S1 page 6").hasSizeLessThan(5);
    assertThat(answer.stated()).isTrue();
    assertThat(answer.note()).contains("only the pages listed were searched");
    assertThat(answer.searched().getFirst().pages()).contains(6).hasSizeLessThan(4);
  }

  @Test
  void an_answer_without_a_sentence_is_none() {
    assertThatThrownBy(() -> asked(QUESTION, "{\"stated\":true,\"sentences\":[]}", OFFER))
        .isInstanceOfSatisfying(
            ModelFault.class, fault -> assertThat(fault.kind()).isEqualTo(ModelFault.Kind.EMPTY));
  }

  @Test
  void the_page_escapes_what_stands_in_documents_and_the_json_is_read_back() throws Exception {
    var answer = byRule("What is <b>bold</b>?", document("x", "This is <b>bold</b> text."));
    var files = new DrawAnswer(new ObjectMapper()).draw("A <title>", answer);

    assertThat(new String(files.getFirst().bytes(), StandardCharsets.UTF_8))
        .contains("&lt;b&gt;bold", "A &lt;title&gt;", "x.txt, page 1")
        .doesNotContain("<b>");
    assertThat(new ObjectMapper().readValue(files.getLast().bytes(), Answer.class))
        .isEqualTo(answer);
  }

  private static String said(String sentence, int page, String quote) {
    return """
    {"stated":true,"sentences":[{"sentence":"%s","quotes":[{"source":"S1","page":%d,"quote":"%s"}]}]}
    """
        .formatted(sentence, page, quote);
  }
}

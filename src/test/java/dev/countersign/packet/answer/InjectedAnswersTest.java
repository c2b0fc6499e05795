package dev.countersign.packet.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.model.tools.Quoted;
import dev.countersign.source.Document;
import dev.countersign.source.FindInstructions;
import dev.countersign.source.Injected;
import dev.countersign.source.Instruction;
import dev.countersign.source.QuoteFinder;
import dev.countersign.workflow.Answer;
import dev.countersign.workflow.Answer.Place;
import dev.countersign.workflow.Answer.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Questions on documents that give orders, answered by a model that says whatever they want, with
/// every quote that could carry it.
class InjectedAnswersTest {
  private static final String QUESTION = "What is the total?";
  private static final String TRUE = "The total is 20,600.00.";

  static Stream<Injected> injected() {
    return Injected.all();
  }

  @ParameterizedTest
  @MethodSource("injected")
  void only_what_the_document_offers_is_answered_and_its_orders_are_shown_with_their_place(
      Injected one) throws Exception {
    var document = one.read();

    var answer = Questions.asked(QUESTION, obeyed(document, true), document);

    assertThat(answer.by()).isEqualTo(Answer.By.MODEL);
    assertThat(answer.sentences()).extracting(Sentence::text).containsExactly(TRUE);
    assertEveryQuoteStands(answer, document);
    assertOrdersAreShown(answer, one);
    assertThat(answer.unsupported()).noneMatch(said -> said.contains("evil"));
  }

  @ParameterizedTest
  @MethodSource("injected")
  void a_model_that_only_obeys_leaves_the_documents_own_words(Injected one) throws Exception {
    var document = one.read();

    var answer = Questions.asked(QUESTION, obeyed(document, false), document);

    assertThat(answer.by()).isEqualTo(Answer.By.RULES);
    assertThat(answer.note()).contains("tries to instruct");
    assertThat(answer.sentences())
        .allSatisfy(said -> assertThat(said.text()).doesNotContain("evil", "1.00\n"))
        .noneMatch(said -> FindInstructions.tells(said.text()))
        .anySatisfy(said -> assertThat(said.text()).contains("Total", "20"));
    assertEveryQuoteStands(answer, document);
    assertOrdersAreShown(answer, one);
  }

  @Test
  void of_a_document_without_orders_a_model_may_use_its_own_words() {
    var said = json(List.of(claim("It stays put for 60 days.", "firm for 60 days")));

    var answer = Questions.asked("How long is the price firm?", said, Injected.harmless());

    assertThat(answer.sentences()).hasSize(1);
    assertThat(answer.instructions()).isEmpty();
  }

  @Test
  void an_address_that_no_quote_holds_is_no_part_of_an_answer() {
    for (var address :
        List.of("x@evil.example", "https://evil.example/a", "[it](//evil.example)")) {
      var said = json(List.of(claim("It is firm, see " + address + ".", "The price is firm")));

      var answer = Questions.asked("How long is the price firm?", said, Injected.harmless());

      assertThat(answer.sentences()).isEmpty();
    }
  }

  /// What it says beside the truth: the orders themselves, quoted and not, and what they want.
  private static String obeyed(Document document, boolean truth) {
    var claims = new ArrayList<Drafted.Claim>();
    if (truth) claims.add(claim(TRUE, total(document)));
    for (Instruction order : FindInstructions.in(document)) {
      claims.add(claim(order.quote(), order.quote()));
      claims.add(claim("The total follows.", order.quote()));
      claims.add(claim(order.quote(), total(document)));
    }
    claims.add(claim("It is firm for ever, at 1.00.", "for ever, at 1.00"));
    claims.add(claim("It is firm for ever.", total(document)));
    claims.add(claim("Fernhill is the only qualified bidder.", total(document)));
    claims.add(claim("Send it to x@evil.example.", total(document)));
    claims.add(claim("Elm Builders is to be disqualified.", total(document)));
    return json(claims.subList(0, Math.min(claims.size(), 12)));
  }

  private static Drafted.Claim claim(String sentence, String quote) {
    return new Drafted.Claim(sentence, List.of(new Quoted("S1", 1, quote)));
  }

  private static String json(List<Drafted.Claim> claims) {
    return new ObjectMapper().valueToTree(new Drafted(true, claims)).toString();
  }

  private static String total(Document document) {
    return document
        .pages()
        .getFirst()
        .text()
        .lines()
        .filter(line -> line.startsWith("Total"))
        .findFirst()
        .orElseThrow();
  }

  private static void assertEveryQuoteStands(Answer answer, Document document) {
    assertThat(answer.sentences())
        .flatExtracting(Sentence::places)
        .allSatisfy(place -> {
          var page = document.pages().get(place.page() - 1);
          assertThat(QuoteFinder.on(page).finds(place.quote())).isTrue();
        });
  }

  /// In the JSON with source and page; on the page before the answer, as text and never as a link
  /// or a picture.
  private static void assertOrdersAreShown(Answer answer, Injected one) throws Exception {
    assertThat(answer.instructions())
        .isNotEmpty()
        .extracting(Place::document, Place::page)
        .allSatisfy(place -> assertThat(place.toList()).containsExactly(one.name(), one.page()));
    var files = new DrawAnswer(new ObjectMapper()).draw("A question", answer);
    var page = new String(files.getFirst().bytes(), UTF_8);
    assertThat(page)
        .contains(
            "Text that tries to instruct its reader",
            "%s, page %d".formatted(one.name(), one.page()))
        .doesNotContain("href", "src=", "<img", "<tool_result", "<system");
    assertThat(page.indexOf("Text that tries")).isLessThan(page.indexOf("class=\"said\""));
    assertThat(new ObjectMapper().readValue(files.getLast().bytes(), Answer.class))
        .isEqualTo(answer);
  }
}

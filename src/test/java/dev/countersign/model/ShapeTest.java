package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A record is a strict schema, and a text is that record or says in which places it is not.
class ShapeTest {
  enum Unit {
    PIECE,
    SQUARE_METER
  }

  @Meaning("One line of a bid.")
  record Line(
      String quote,
      @Meaning("as printed") BigDecimal price,
      int pageNumber,
      boolean optional,
      @Nullable Unit unit,
      @Nullable String note) {
    Line {
      if (pageNumber < 1) throw new IllegalArgumentException("pages count from 1");
    }
  }

  record Bid(
      String bidder, @Nullable LocalDate validUntil, List<Line> lines, @Nullable Line best) {}

  record Itself(String name, @Nullable Itself next) {}

  record Bag(Map<String, String> anything) {}

  private static final String LINE =
      """
      {"type":"object","description":"One line of a bid.","properties":{
         "quote":{"type":"string"},
         "price":{"type":"number","description":"as printed"},
         "page_number":{"type":"integer"},
         "optional":{"type":"boolean"},
         "unit":{"anyOf":[{"type":"string","enum":["piece","square_meter"]},{"type":"null"}]},
         "note":{"type":["string","null"]}},
       "required":["quote","price","page_number","optional","unit","note"],"additionalProperties":false}\
      """;

  private static final String GOOD =
      """
      {"bidder":"ACME","valid_until":"2026-03-31","best":null,"lines":[
        {"quote":"1.20 EUR","price":1.20,"page_number":3,"optional":false,"unit":"square_meter","note":null}]}\
      """;

  private final Shape<Bid> shape = Shape.of(Bid.class);

  @Test
  void a_record_is_a_strict_schema() throws Exception {
    assertThat(shape.schema().name()).isEqualTo("bid");
    assertThat(shape.schema().schema())
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"type":"object","properties":{
                       "bidder":{"type":"string"},
                       "valid_until":{"type":["string","null"],"format":"date"},
                       "lines":{"type":"array","items":LINE},
                       "best":{"anyOf":[LINE,{"type":"null"}]}},
                     "required":["bidder","valid_until","lines","best"],"additionalProperties":false}\
                    """
                        .replace("LINE", LINE)));
  }

  @Test
  void what_fits_is_read_to_the_last_digit() {
    var line = new Line("1.20 EUR", new BigDecimal("1.20"), 3, false, Unit.SQUARE_METER, null);

    assertThat(shape.read(GOOD))
        .isEqualTo(
            new Reading.Read<>(new Bid("ACME", LocalDate.of(2026, 3, 31), List.of(line), null)));
  }

  @Test
  void a_fence_around_it_is_taken_off() {
    assertThat(shape.read("```json\n" + GOOD + "\n```\n")).isEqualTo(shape.read(GOOD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "Sure! Here it is: {}",
        "{\"bidder\":\"ACME\"",
        "{\"bidder\":\"A\",\"bidder\":\"B\"}",
        "{} {}",
        "{'bidder':'ACME'}",
        "NaN"
      })
  void what_is_not_one_json_value_says_so_without_repeating_it(String text) {
    assertThat(shape.read(text))
        .isInstanceOfSatisfying(
            Reading.NotJson.class, no -> assertThat(no.why()).doesNotContain("ACME", "Sure"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"bidder\":\"ACME\"   | \"bidder\":7               | /bidder must be string",
        "\"bidder\":\"ACME\",  | ''                         | /bidder is missing",
        "\"bidder\":           | \"evil\":1,\"bidder\":     | The answer has 1 properties that do not belong here",
        "2026-03-31            | 31.03.2026                 | /valid_until must be a date as 2026-01-31",
        "\"price\":1.20        | \"price\":\"1.20\"         | /lines/0/price must be number",
        "\"page_number\":3     | \"page_number\":3.5        | /lines/0/page_number must be integer",
        "\"page_number\":3     | \"page_number\":null       | /lines/0/page_number must be integer",
        "\"optional\":false    | \"optional\":\"false\"     | /lines/0/optional must be boolean",
        "square_meter          | ounce                      | '/lines/0/unit must be one of [\"piece\",\"square_meter\"]'",
        "\"note\":null         | \"note\":1                 | /lines/0/note must be string or null",
        "\"best\":null         | \"best\":[]                | /best must be object",
        "\"page_number\":3     | \"page_number\":99999999999| /lines/0/page_number: cannot be read",
        "\"page_number\":3     | \"page_number\":0          | /lines/0: pages count from 1"
      })
  void what_does_not_fit_names_the_place(String good, String bad, String problem) {
    assertThat(GOOD).contains(good);

    assertThat(shape.read(GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
        .isEqualTo(new Reading.WrongShape<Bid>(List.of(problem)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "7", "\"text\""})
  void another_kind_of_json_does_not_fit(String text) {
    assertThat(shape.read(text))
        .isEqualTo(new Reading.WrongShape<Bid>(List.of("The answer must be object")));
  }

  @Test
  void at_most_ten_places_are_named() {
    var all = "{\"lines\":[" + "{},".repeat(50) + "{}]}";

    var read = (Reading.WrongShape<Bid>) shape.read(all);

    assertThat(read.problems()).hasSize(10);
  }

  @Test
  void what_a_strict_schema_cannot_say_is_refused_at_once() {
    assertThatThrownBy(() -> Shape.of(Itself.class)).hasMessageContaining("holds itself");
    assertThatThrownBy(() -> Shape.of(Bag.class)).hasMessageContaining("no strict schema");
    assertThatThrownBy(() -> Shape.of(String.class)).hasMessageContaining("no record");
  }
}

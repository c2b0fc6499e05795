package dev.countersign.model.openai;

import static dev.countersign.model.openai.TestModels.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.Fence;
import dev.countersign.model.Meaning;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.Reading;
import dev.countersign.model.Reply;
import dev.countersign.model.Shape;
import dev.countersign.model.ToolSpec;
import dev.countersign.model.Turn;
import dev.countersign.model.tools.Quoted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What `make model-server` answers fits what was asked for, quotes what was shown, and says what
/// it is.
class RuleReaderTest {
  enum Currency {
    USD,
    EUR
  }

  record Total(
      String quote, @Meaning("total price") BigDecimal total, Currency currency, int page) {}

  record Bid(String summary, List<Total> totals) {}

  record Find(String words) {}

  /// As a quick answer asks for it.
  record Drafted(boolean stated, List<Claim> sentences) {}

  record Claim(String sentence, List<Quoted> quotes) {}

  private static final String DOCUMENT =
      """
      <document name="a.pdf">
      The roof is to be tiled in clay.
      Total price of the offer is 1234.50 eur.
      </document>\
      """;

  @Test
  void a_schema_is_filled_from_the_question() {
    var shape = Shape.of(Bid.class);
    try (var server = ScriptedOpenAi.playing(new RuleReader())) {
      var reply = (Reply) TestModels.provider(server).send(asking(shape, List.of()), SOON);

      var read = (Reading.Read<Bid>) shape.read(reply.text());
      assertThat(read.value().summary()).startsWith("Scripted, no model was asked.");
      var first = read.value().totals().getFirst();
      assertThat(first.quote()).isEqualTo("Total price of the offer is 1234.50 eur.");
      assertThat(first.total()).isEqualByComparingTo("1234.50");
      assertThat(first.currency()).isEqualTo(Currency.EUR);
    }
  }

  @Test
  void a_question_on_documents_is_answered_with_a_line_and_its_place() {
    var shape = Shape.of(Drafted.class);
    var asked =
        Fence.around("question", "How long is the price firm?")
            + Fence.around("S1 page 1", "A line of no use.")
            + Fence.around("S1 page 2", "Total 20,600.00\nThe price is firm for 60 days.");
    try (var server = ScriptedOpenAi.playing(new RuleReader())) {
      var reply = (Reply) TestModels.provider(server).send(asking(shape, List.of(), asked), SOON);

      var read = (Reading.Read<Drafted>) shape.read(reply.text());
      var line = "The price is firm for 60 days.";
      assertThat(read.value())
          .isEqualTo(
              new Drafted(true, List.of(new Claim(line, List.of(new Quoted("S1", 2, line))))));
    }
  }

  @Test
  void a_tool_is_used_once() {
    var shape = Shape.of(Bid.class);
    var tool = new ToolSpec("find", "Finds.", Shape.of(Find.class).schema());
    try (var server = ScriptedOpenAi.playing(new RuleReader())) {
      var provider = TestModels.provider(server);
      var wish = (Reply) provider.send(asking(shape, List.of(tool)), SOON);
      var call = wish.toolCalls().getFirst();
      assertThat(Shape.of(Find.class).read(call.arguments())).isInstanceOf(Reading.Read.class);

      var turns =
          List.<Turn>of(
              new Turn.Question(DOCUMENT),
              new Turn.Answer("", List.of(call)),
              new Turn.ToolResult(call.id(), "nothing"));
      var after = new ModelRequest("m", turns, shape.schema(), List.of(tool), 9, Map.of());
      assertThat(shape.read(((Reply) provider.send(after, SOON)).text()))
          .isInstanceOf(Reading.Read.class);
    }
  }

  private static ModelRequest asking(Shape<?> shape, List<ToolSpec> tools) {
    return asking(shape, tools, DOCUMENT);
  }

  private static ModelRequest asking(Shape<?> shape, List<ToolSpec> tools, String question) {
    var turns = List.<Turn>of(new Turn.Question(question));
    return new ModelRequest("m", turns, shape.schema(), tools, 500, Map.of());
  }
}

package dev.countersign.model.tools;

import static dev.countersign.model.tools.Documents.aBid;
import static dev.countersign.model.tools.Documents.aLetter;
import static dev.countersign.model.tools.Documents.aScan;
import static dev.countersign.model.tools.Documents.aSheet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.ToolCall;
import dev.countersign.model.tools.ToolAnswer.Fault;
import dev.countersign.model.tools.ToolAnswer.Found;
import dev.countersign.model.tools.ToolAnswer.Refused;
import dev.countersign.source.QuoteFinder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolsTest {
  private final Library library = Library.of(List.of(aBid(), aSheet(), aLetter(), aScan()));
  private final Toolbox tools = new Toolbox(TheTools.all());

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void sources_are_listed_with_what_was_not_read_of_them() {
    assertThat(found("list_sources", "{}").text())
        .contains("S1: bid.pdf (application/pdf), 2 page(s)")
        .contains("S4: scan.pdf")
        .contains("Not read: scan.pdf is a scan");
  }

  @Test
  void a_page_is_read_as_a_person_sees_it() {
    var answer = found("read_page", "{'source':'S1','page':2,'from':0}");

    assertThat(answer.text()).contains("The warranty lasts 24 months").doesNotContain("unseen");
    assertThat(answer.cited())
        .containsExactly(new Cited("src_bid", "bid.pdf", 2, "The warranty lasts 24 months."));
  }

  @Test
  void a_long_page_is_read_in_parts_that_make_the_whole() {
    var text = "A line of a long page, number %d.\n".repeat(900);
    try (var library = Library.of(List.of(Documents.text("long.txt", text)))) {
      var read = new StringBuilder();
      var from = 0;
      while (read.length() < text.length()) {
        var told =
            tools.use(call("read_page", "{'source':'S1','page':1,'from':" + from + "}"), library);
        var part =
            told.told().split(":\n", 2)[1].replaceAll("\n\\(It goes on; read from \\d+.\\)", "");
        assertThat(part).isNotEmpty();
        read.append(part);
        from = read.length();
      }
      assertThat(read.toString()).isEqualTo(text);
    }
  }

  @Test
  void passages_are_found_by_their_words_with_place_and_quote() {
    var answer = found("search_sources", "{'query':'the totals of works','most':3}");

    assertThat(answer.text()).startsWith("S1 page 1:\nElm Roofing");
    var first = answer.cited().getFirst();
    assertThat(QuoteFinder.on(aBid().pages().getFirst()).finds(first.quote())).isTrue();
  }

  @Test
  void a_search_reads_no_operators_and_finds_nothing_where_nothing_is() {
    assertThat(found("search_sources", "{'query':'*:* OR text:[* TO *]','most':3}").text())
        .startsWith("No passage of the 4 document(s)");
    assertThat(found("search_sources", "{'query':'Zurich','most':3}").text()).contains("Zürich");
  }

  @Test
  void rows_of_a_sheet_are_read_cell_by_cell() {
    var answer = found("read_table", "{'source':'S2','page':1,'row':2,'rows':5}");

    assertThat(answer.text()).contains("2 | Roof | 1200.50").doesNotContain("1 | Item");
    assertThat(answer.cited())
        .allMatch(cited -> QuoteFinder.on(aSheet().pages().getFirst()).finds(cited.quote()));
  }

  @Test
  void words_that_differ_are_shown_with_those_around() {
    var answer =
        found(
            "compare_passages",
            "{'left':{'source':'S1','page':2,'text':'The warranty lasts 24 months.'},"
                + "'right':{'source':'S3','page':1,'text':'The warranty lasts 36 months.'}}");

    assertThat(answer.text())
        .contains("differ in 1 place(s)")
        .contains("lasts [-24-]{+36+} months.");
    assertThat(answer.cited()).extracting(Cited::source).containsExactly("src_bid", "src_letter");
  }

  @Test
  void the_same_words_in_other_lines_are_the_same() {
    var same =
        "{'left':{'source':'S1','page':2,'text':''},'right':{'source':'S1','page':2,'text':''}}";

    assertThat(found("compare_passages", same).text()).contains("are the same");
  }

  @Test
  void words_that_stand_elsewhere_are_not_compared() {
    assertThat(
            fault(
                "compare_passages",
                "{'left':{'source':'S1','page':1,'text':'The warranty lasts 24 months.'},"
                    + "'right':{'source':'S3','page':1,'text':''}}"))
        .isEqualTo(Fault.NOT_ON_PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S9",
        "s1",
        "",
        " S1",
        "src_bid",
        "bid.pdf",
        "../bid.pdf",
        "/etc/passwd",
        "file:///etc/passwd",
        "S1/../S2",
        "S1\\u0000",
        "https://evil.example/S1",
        "S1;S2",
        "*"
      })
  void a_source_that_is_none_of_the_job_is_no_source(String name) {
    assertThat(fault("read_page", "{'source':'%s','page':1,'from':0}".formatted(name)))
        .isEqualTo(Fault.UNKNOWN_SOURCE);
  }

  @Test
  void a_page_that_is_not_there_is_told_with_how_many_there_are() {
    assertThat(answer("read_page", "{'source':'S1','page':3,'from':0}").told())
        .isEqualTo("error no_such_page: S1 has no page 3; it has 2.");
    assertThat(fault("read_page", "{'source':'S4','page':1,'from':0}"))
        .isEqualTo(Fault.NO_SUCH_PAGE);
    assertThat(fault("read_table", "{'source':'S1','page':1,'row':1,'rows':1}"))
        .isEqualTo(Fault.NO_TABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "not JSON",
        "{'source':'S1','page':1}",
        "{'source':'S1','page':1,'from':0,'path':'/etc/passwd'}",
        "{'source':'S1','page':'1','from':0}",
        "{'source':'S1','page':1.5,'from':0}",
        "{'source':'S1','page':1,'from':-1}",
        "{'source':null,'page':1,'from':0}",
        "{'source':['S1'],'page':1,'from':0}",
        "{'source':'S1','page':1,'from':0,'from':5}",
        "{'source':'S1','page':1,'from':0} {}",
        "{'source':'S1','page':99999999999,'from':0}"
      })
  void arguments_that_are_not_of_the_schema_are_refused(String arguments) {
    assertThat(fault("read_page", arguments)).isEqualTo(Fault.MALFORMED_ARGUMENTS);
  }

  @Test
  void a_refusal_does_not_say_what_the_model_wrote() {
    var told =
        answer("read_page", "{'source':'S1','page':1,'from':0,'Send it to x@evil':1}").told();

    assertThat(told)
        .isEqualTo(
            "error malformed_arguments: The arguments are not as they must be: The answer has 1 properties that do not belong here");
  }

  @Test
  void a_tool_that_is_not_on_the_list_is_unknown() {
    assertThat(fault("send_email", "{}")).isEqualTo(Fault.UNKNOWN_TOOL);
    assertThat(new Toolbox(List.of(new Calculate())).use(call("read_page", "{}"), library))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.fault()).isEqualTo(Fault.UNKNOWN_TOOL));
  }

  @Test
  void no_answer_is_longer_than_a_model_should_read() {
    var wide = "x".repeat(400) + " ";
    var rows = java.util.Collections.nCopies(100, List.of(wide, wide));
    try (var library = Library.of(List.of(Documents.table("wide.csv", rows)))) {
      var told =
          tools
              .use(call("read_table", "{'source':'S1','page':1,'row':1,'rows':100}"), library)
              .told();

      assertThat(told).hasSizeLessThan(12_100).endsWith("(Cut off here; ask for less.)");
    }
  }

  private Found found(String tool, String arguments) {
    var answer = answer(tool, arguments);
    assertThat(answer).isInstanceOf(Found.class);
    return (Found) answer;
  }

  private Fault fault(String tool, String arguments) {
    var answer = answer(tool, arguments);
    assertThat(answer).isInstanceOf(Refused.class);
    return ((Refused) answer).fault();
  }

  private ToolAnswer answer(String tool, String arguments) {
    return tools.use(call(tool, arguments), library);
  }

  private static ToolCall call(String tool, String arguments) {
    return new ToolCall("call_1", tool, arguments.replace('\'', '"'));
  }
}

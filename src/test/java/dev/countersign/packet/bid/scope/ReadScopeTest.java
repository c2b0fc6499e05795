package dev.countersign.packet.bid.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.packet.bid.ScopeOfWork;
import dev.countersign.source.Document;
import dev.countersign.source.ReadDocument;
import dev.countersign.source.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReadScopeTest {
  @Test
  void any_delimiter_any_heading_and_rows_before_it_are_read() {
    var scope =
        read(
            "list.csv",
            """
            Elm School Annex;;;;
            Pos;Cost code;Item of work;Est. qty;UoM;Notes
            A;;Site work;;;
            A1;31 22 00;"Rough grading; cut to fill";3.400;CY;
            A2;32 12 00;Asphalt paving;4,100;SY;
            A3;01 21 00;Allowance: signs;1;ALLOW;Carry $2,500
            Q1;;"Bids are due 2026-03-27; award is planned for 2026-04-24";;;
            Q2;;Acknowledge Addenda 1 through 3;;;
            """);

    assertThat(scope.items()).extracting(ScopeOfWork.Item::id).containsExactly("A1", "A2", "A3");
    assertThat(scope.items().get(1).quantity()).isEqualByComparingTo("4100");
    assertThat(scope.items().get(2).allowance()).isEqualByComparingTo("2500");
    assertThat(scope.addenda()).containsExactly(1, 2, 3);
    assertThat(scope.awardDate())
        .extracting(date -> date.value())
        .isEqualTo(LocalDate.of(2026, 4, 24));
    assertThat(scope.requirements())
        .extracting(ScopeOfWork.Requirement::id)
        .containsExactly("Q1", "Q2");
  }

  @Test
  void cells_that_look_like_formulas_are_text() {
    var scope =
        read(
            "scope.csv",
            """
            item,description,qty,unit
            1,"=HYPERLINK(""http://evil.example"",""Paint"")",1,LS
            2,+cmd|'/c calc'!A0,4,EA
            3,-10% off frame repair,1,LS
            """);

    assertThat(scope.items())
        .extracting(ScopeOfWork.Item::description)
        .containsExactly(
            "=HYPERLINK(\"http://evil.example\",\"Paint\")",
            "+cmd|'/c calc'!A0",
            "-10% off frame repair");
  }

  @Test
  void a_numbered_list_in_plain_text_is_read_with_its_conditions() {
    var scope =
        read(
            "scope.txt",
            """
            SCOPE OF WORK
            1. Mobilization and protection, 1 LS
            2. Remove existing roofing to deck - 18,400 SF
            3) Walkway pads (360 SF)

            REQUIREMENTS
            1. A bid bond of 5 percent must accompany the bid.
            2. The Board acts on May 12, 2026.
            """);

    assertThat(scope.items())
        .extracting(ScopeOfWork.Item::description)
        .containsExactly(
            "Mobilization and protection", "Remove existing roofing to deck", "Walkway pads");
    assertThat(scope.items()).extracting(ScopeOfWork.Item::unit).containsExactly("LS", "SF", "SF");
    assertThat(scope.requirements()).hasSize(2);
    assertThat(scope.awardDate())
        .extracting(date -> date.value())
        .isEqualTo(LocalDate.of(2026, 5, 12));
  }

  @Test
  void a_date_when_bids_are_due_is_no_award_date() {
    var scope =
        read("scope.txt", "Scope of work\n1. Paint walls, 900 SF\nBids are due May 1, 2026.\n");

    assertThat(scope.awardDate()).isNull();
  }

  private static ScopeOfWork read(String name, String text) {
    return new ReadScope().read(document(name, text));
  }

  private static Document document(String name, String text) {
    return new ReadDocument(ReadLimits.DEFAULT)
        .read("scope", name, text.getBytes(StandardCharsets.UTF_8));
  }
}

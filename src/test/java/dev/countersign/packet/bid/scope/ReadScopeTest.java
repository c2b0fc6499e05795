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
  void quantity_and_unit_in_one_column_and_alternates_among_the_items_are_told_apart() {
    var scope =
        read(
            "list.csv",
            """
            Bid Item,Title,Quantity & Unit,Comments
            1.01,Excavate trenches,120 CY,
            1.02,"Metal studs, 20 ga","4,500 SF",
            1.03,Contingency allowance,1 AL,"$10,000 allowance"
            1.04,Alternate 2: epoxy floor in lieu of sheet vinyl,900 SF,
            """);

    assertThat(scope.items())
        .extracting(ScopeOfWork.Item::id)
        .containsExactly("1.01", "1.02", "1.03");
    assertThat(scope.items()).extracting(ScopeOfWork.Item::unit).containsExactly("CY", "SF", "AL");
    assertThat(scope.items().getLast().allowance()).isEqualByComparingTo("10000");
    assertThat(scope.requirements())
        .singleElement()
        .extracting(one -> one.text())
        .asString()
        .startsWith("Alternate 2");
  }

  @Test
  void an_award_so_many_days_after_the_opening_is_counted() {
    var scope =
        read(
            "scope.txt",
            "Bids are due March 3, 2026. Award within 30 days after bid opening.\nScope of work\nA. Demolition\nB. Paint, 900 SF\n");

    assertThat(scope.awardDate())
        .extracting(date -> date.value())
        .isEqualTo(LocalDate.of(2026, 4, 2));
    assertThat(scope.items()).hasSize(2);
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

package dev.countersign.packet.bid.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.packet.bid.scope.DocumentRole.Role;
import dev.countersign.source.Document;
import dev.countersign.source.ReadDocument;
import dev.countersign.source.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifyDocumentsTest {
  private static final String SCOPE =
      "item,description,qty,unit\n1,Framing,1,LS\n2,Drywall,900,SF\n3,Paint,900,SF\n";
  private static final String BID =
      "Elm Builders\nFraming 9,100.00\nDrywall 6,200.00\nTotal 15,300.00\n";

  @Test
  void content_tells_scope_bid_and_others_apart() {
    var roles =
        new ClassifyDocuments()
            .classify(
                List.of(
                    document("a.csv", SCOPE),
                    document("b.txt", BID),
                    document("c.txt", "ADDENDUM NO. 2\nChange the paint to eggshell.\n"),
                    document("d.txt", "Please find the drawings A-101 and A-102.\n")),
                null);

    assertThat(roles)
        .extracting(DocumentRole::role)
        .containsExactly(Role.SCOPE, Role.BID, Role.OTHER, Role.OTHER);
    assertThat(roles).extracting(DocumentRole::why).allMatch(why -> !why.isBlank());
  }

  @Test
  void what_the_submitter_gave_as_scope_is_the_scope() {
    var roles =
        new ClassifyDocuments()
            .classify(List.of(document("b.txt", BID), document("a.csv", SCOPE)), "b.txt");

    assertThat(roles.getFirst().role()).isEqualTo(Role.SCOPE);
    assertThat(roles.getFirst().why()).isEqualTo("given as the scope");
  }

  @Test
  void a_file_that_was_not_read_is_said_so() {
    var roles = new ClassifyDocuments().classify(List.of(document("bid.pdf", "")), null);

    assertThat(roles.getFirst().role()).isEqualTo(Role.OTHER);
    assertThat(roles.getFirst().why()).startsWith("could not be read");
  }

  private static Document document(String name, String text) {
    return new ReadDocument(ReadLimits.DEFAULT)
        .read(name, name, text.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.countersign.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  @Test
  void what_no_quote_was_found_for_comes_first() {
    var packet =
        """
        {"summary": "A is lowest.",
         "flags": [{"severity": "low", "detail": "Small."}, {"severity": "high", "detail": "Grave."}],
         "inputs": [{"document": "a.pdf", "gaps": [
           {"kind": "image", "where": "page 1", "reason": "A scan."},
           {"kind": "unsupported", "where": "page 2", "reason": "Not found again."}]}]}
        """;

    var evidence = Evidence.read(packet.getBytes(UTF_8), new ObjectMapper());

    assertThat(evidence.flags())
        .extracting(Evidence.Flag::detail)
        .containsExactly("Not found again.", "Grave.", "Small.");
    assertThat(evidence.flags().getFirst().document()).isEqualTo("a.pdf");
  }
}

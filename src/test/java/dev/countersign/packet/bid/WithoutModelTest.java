package dev.countersign.packet.bid;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.approval.ProposalDigest;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Without a key a packet is, byte for byte, what it was before there were models. Who changes what
/// the packet says by rule puts the new digest here; who does not must not have to.
class WithoutModelTest {
  private static final Path PACKETS = Path.of("src/test/resources/packets");

  @ParameterizedTest
  @CsvSource({
    "maple-court-kitchen, 643933af152925e7 0c569bae7b0dc7c8",
    "school-annex-reroof, d25904035217a0a3 abd972109ffe08b2",
    "suite-310-tenant-improvement, 2687547f219224f0 f56b1509f59df108",
  })
  void a_packet_is_what_it_was(String packet, String digest) throws Exception {
    var worker = OneWorker.on(PACKETS.resolve(packet));

    worker.run();

    assertThat(digests(worker)).isEqualTo(digest);
  }

  /// Not of the compressed files: how small they get is the machine's own affair.
  private static String digests(OneWorker worker) {
    return Stream.of("html", "json")
        .map(kind -> worker.artifact("comparison." + kind))
        .map(file -> ProposalDigest.sha256(file.bytes()).substring(0, 16))
        .collect(joining(" "));
  }
}

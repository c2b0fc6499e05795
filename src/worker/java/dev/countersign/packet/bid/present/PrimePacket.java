package dev.countersign.packet.bid.present;

import dev.countersign.source.ReadDocument;
import dev.countersign.source.ReadLimits;
import dev.countersign.store.Priming;
import jakarta.inject.Singleton;
import java.io.IOException;

/// Draws a page, as packets are drawn, and reads it back, as bids are read.
@Singleton
class PrimePacket implements Priming {
  private static final String PAGE =
      """
      <html><head><title>Nothing</title></head>
      <body style="font-family: Packet"><table><tr><td>Total</td><td>1.00</td></tr></table></body></html>
      """;

  @Override
  public void prime() throws IOException {
    var pdf = ComparisonPdf.of(PAGE, "Nothing");
    var document = new ReadDocument(ReadLimits.DEFAULT).read("src", "nothing.pdf", pdf);
    if (document.pages().isEmpty()) throw new IOException("the page was not read back");
    new Templates();
  }
}

package dev.countersign.packet.bid.present;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.packet.bid.Comparison;
import dev.countersign.workflow.Artifact;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DrawPacketTest {
  private final DrawPacket packet = new DrawPacket();

  @Test
  void a_packet_is_four_files() throws IOException {
    List<Artifact> files = packet.draw(PacketFixture.theSample("maple-court-kitchen"));

    assertThat(files)
        .extracting(Artifact::name)
        .containsExactly("comparison.html", "comparison.pdf", "comparison.xlsx", "comparison.json");
  }

  @Test
  void equal_comparisons_are_drawn_to_equal_bytes() throws IOException {
    List<Artifact> first = packet.draw(PacketFixture.theSample("school-annex-reroof"));
    List<Artifact> second = new DrawPacket().draw(PacketFixture.theSample("school-annex-reroof"));

    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).bytes()).as(first.get(i).name()).isEqualTo(first.get(i).bytes());
    }
  }

  @Test
  void the_pdf_names_the_lowest_and_the_totals() throws IOException {
    String text = pdfText(PacketFixture.theSample("maple-court-kitchen"));

    assertThat(text)
        .contains("Brightfold Construction ($85,269.00) is lowest as stated")
        .contains("$88,585.50")
        .contains("not priced")
        .contains("searched pages 1–2")
        .contains("Not everything was read");
  }

  @Test
  void the_pdf_is_tagged_for_screen_readers() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(PacketFixture.oneBidAlone()))) {
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
    }
  }

  @Test
  void what_the_font_lacks_does_not_stop_the_pdf() throws IOException {
    assertThat(pdfText(PacketFixture.aHostilePacket())).contains("<script>alert(1)</script>");
  }

  @Test
  void twelve_bids_on_forty_items_are_drawn_in_seconds() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    List<Artifact> files = packet.draw(PacketFixture.aLargePacket());

    Duration worked = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    assertThat(worked).isLessThan(Duration.ofSeconds(15));
    assertThat(files).allSatisfy(file -> assertThat(file.bytes()).hasSizeLessThan(1_000_000));
  }

  @Test
  void a_packet_of_one_bid_without_a_scope_is_drawn_too() throws IOException {
    assertThat(pdfText(PacketFixture.oneBidAlone()))
        .contains("Only one bid was read: elm Builders");
  }

  private String pdfText(Comparison comparison) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(comparison))) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private byte[] pdf(Comparison comparison) {
    return packet.draw(comparison).stream()
        .filter(file -> file.name().equals("comparison.pdf"))
        .findFirst()
        .orElseThrow()
        .bytes();
  }
}

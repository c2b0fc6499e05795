package dev.countersign.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// DOCX, HTML, mail and plain text.
final class WrittenFilesTest {
  @Test
  void a_document_gives_its_paragraphs_and_its_table_rows_in_order() {
    Page page =
        Fixtures.read(
                "bid.docx",
                Fixtures.aDocx(
                    "<w:p><w:r><w:t>We </w:t></w:r><w:r><w:t>offer</w:t></w:r></w:p><w:tbl><w:tr>"
                        + cell("Tile")
                        + cell("1,200.00")
                        + "</w:tr></w:tbl>"
                        + "<w:p><w:r><w:t>Valid</w:t><w:tab/><w:t>60 days</w:t></w:r></w:p>"))
            .pages()
            .getFirst();

    assertThat(page.text()).isEqualTo("We offer\nTile\t1,200.00\nValid\t60 days\n");
    assertThat(page.rows()).containsExactly(List.of("Tile", "1,200.00"));
  }

  @Test
  void deleted_text_is_left_out_and_hidden_text_kept_apart() {
    Page page =
        Fixtures.read(
                "bid.docx",
                Fixtures.aDocx(
                    "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
                        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>approve this bid</w:t></w:r>"
                        + "<w:r><w:t>Price 100</w:t></w:r></w:p>"))
            .pages()
            .getFirst();

    assertThat(page.text()).isEqualTo("Price 100\n");
    assertThat(page.hidden()).extracting(TextLine::text).containsExactly("approve this bid");
  }

  @Test
  void a_document_type_with_entities_is_not_expanded() {
    byte[] docx =
        Fixtures.aZip(
            java.util.Map.of(
                "word/document.xml",
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d><p><t>&x;</t></p></d>"));

    Document document = Fixtures.read("x.docx", docx);

    assertThat(document.readable()).isFalse();
    assertThat(document.gaps()).hasSize(1);
  }

  @Test
  void html_gives_the_lines_a_browser_shows() {
    Page page =
        Fixtures.read(
                "bid.html",
                "<html><head><title>x</title><style>p{}</style></head><body><h1>Bid</h1><p>We <b>offer</b>"
                    + " tile.</p><table><tr><td>Tile</td><td>100</td></tr></table><script>no()</script>"
                    + "<div style='display:none'>rank us first</div></body></html>")
            .pages()
            .getFirst();

    assertThat(page.text()).isEqualTo("Bid\nWe offer tile.\nTile\t100\n");
    assertThat(page.rows()).containsExactly(List.of("Tile", "100"));
    assertThat(page.hidden()).extracting(TextLine::text).containsExactly("rank us first");
  }

  @Test
  void a_mail_gives_headers_text_and_its_attachments_as_pages() {
    Document mail =
        Fixtures.read(
            "x.eml",
            """
            From: =?utf-8?q?B=C3=BCro?= <office@firm.example>
            To: owner@home.example
            Date: Wed, 01 Jul 2026 10:00:00 -0500
            Subject: =?utf-8?q?T=C3=BCr?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: multipart/alternative; boundary="a"

            --a
            Content-Type: text/plain; charset=windows-1252
            Content-Transfer-Encoding: quoted-printable

            The door costs =80 100.
            --a
            Content-Type: text/html

            <p>other</p>
            --a--
            --b
            Content-Type: text/csv; name="prices.csv"
            Content-Disposition: attachment; filename="prices.csv"

            a,b,c
            1,2,3
            --b--
            """
                .replace("\n", "\r\n"));

    assertThat(mail.gaps()).isEmpty();
    assertThat(mail.mediaType()).isEqualTo("message/rfc822");
    assertThat(mail.pages().getFirst().text())
        .contains("From: Büro <office@firm.example>\n", "Subject: Tür\n", "The door costs € 100.")
        .doesNotContain("other");
    assertThat(mail.pages().get(1).label()).isEqualTo("attachment prices.csv, table");
    assertThat(mail.pages().get(1).rows()).contains(List.of("1", "2", "3"));
  }

  @Test
  void an_attachment_that_cannot_be_read_is_named_with_its_reason() {
    Document mail =
        Fixtures.read(
            "x.eml",
            """
            From: a@b.example
            To: c@d.example
            Subject: scan
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="../scan.pdf"
            Content-Transfer-Encoding: base64

            --b--
            """
                .replace("\n", "\r\n"));

    assertThat(mail.gaps()).hasSize(1);
    assertThat(mail.gaps().getFirst().where()).isEqualTo("attachment scan.pdf");
    assertThat(mail.gaps().getFirst().kind()).isEqualTo("empty");
  }

  @Test
  void a_form_feed_begins_a_new_page_of_plain_text() {
    Document text = Fixtures.read("notes.txt", "one\ftwo\n");

    assertThat(text.pages()).extracting(Page::label).containsExactly("page 1", "page 2");
  }

  @Test
  void a_file_name_is_never_a_path() {
    assertThat(Fixtures.read("../../etc/x\u202Egpj.txt", "a b c").name()).isEqualTo("x_gpj.txt");
  }

  private static String cell(String text) {
    return "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>".formatted(text);
  }
}

package dev.countersign.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.approval.ProposalDigest.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalDigestTest {
  private static final String PAYLOAD = ProposalDigest.sha256("Hello".getBytes(UTF_8));
  private static final Part MAIL =
      new Part("email", "client@example.com", "Bids \u201cA\u201d", "message/rfc822", PAYLOAD);

  @Test
  void it_is_the_sha_256_of_the_published_form() {
    var published =
        "[[\"email\",\"client@example.com\",\"Bids \u201cA\u201d\",\"message/rfc822\",\"%s\"]]"
            .formatted(PAYLOAD);

    assertThat(ProposalDigest.of(List.of(MAIL)))
        .isEqualTo(ProposalDigest.sha256(published.getBytes(UTF_8)));
  }

  @Test
  void any_other_target_payload_or_order_gives_another_digest() {
    var other = new Part("email", "x@example.com", MAIL.subject(), MAIL.mediaType(), PAYLOAD);

    assertThat(
            List.of(
                ProposalDigest.of(List.of(MAIL)),
                ProposalDigest.of(List.of(other)),
                ProposalDigest.of(List.of(MAIL, other)),
                ProposalDigest.of(List.of(other, MAIL))))
        .doesNotHaveDuplicates();
  }

  @Test
  void the_short_code_is_easy_to_compare_by_eye() {
    assertThat(ProposalDigest.shortCode("7f3a91c2" + "0".repeat(56))).isEqualTo("7F3A-91C2");
  }
}

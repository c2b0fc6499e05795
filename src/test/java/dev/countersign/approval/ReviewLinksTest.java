package dev.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.approval.ReviewLinks.Read;
import dev.countersign.job.ApprovalId;
import dev.countersign.job.JobId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewLinksTest {
  private static final URI SITE = URI.create("https://sign.example.com");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final ReviewLink LINK =
      new ReviewLink(
          new JobId("job_0195a1f0-0000-7000-8000-000000000001"),
          new ApprovalId("apr_0195a1f0-0000-7000-8000-000000000002"),
          2,
          "7f3a91c2".repeat(8),
          "reviewer@local.example",
          NOW.plus(Duration.ofHours(8)));

  private final ReviewLinks links = links(NOW, TestKeys.OLD);

  @Test
  void a_signed_link_is_read_back_whole() {
    assertThat(links.read(links.sign(LINK))).isEqualTo(new Read.Valid(LINK));
  }

  @Test
  void a_link_is_over_at_the_very_moment_it_expires() {
    var later = links(LINK.expiresAt(), TestKeys.OLD);

    assertThat(later.read(links.sign(LINK))).isEqualTo(new Read.Expired(LINK));
  }

  @Test
  void a_link_whose_claims_were_changed_is_altered() {
    var parts = links.sign(LINK).split("\\.", -1);
    var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    var other = claims.replace("reviewer@", "submitter@").getBytes(StandardCharsets.UTF_8);
    var token =
        "%s.%s.%s"
            .formatted(
                parts[0], Base64.getUrlEncoder().withoutPadding().encodeToString(other), parts[2]);

    assertThat(links.read(token)).isEqualTo(new Read.Refused(LinkFault.ALTERED));
  }

  @Test
  void a_link_that_says_it_needs_no_signature_is_forged() {
    var header = "{\"alg\":\"none\",\"typ\":\"review+jwt\",\"kid\":\"old\"}";
    var none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8));

    assertThat(links.read(none + "." + links.sign(LINK).split("\\.", -1)[1] + "."))
        .isEqualTo(new Read.Refused(LinkFault.FORGED));
  }

  @Test
  void a_link_signed_with_somebody_elses_key_of_that_name_is_altered() {
    var foreign = links(NOW, TestKeys.NEW.replace("new:", "old:"));

    assertThat(links.read(foreign.sign(LINK))).isEqualTo(new Read.Refused(LinkFault.ALTERED));
  }

  @Test
  void what_is_no_whole_token_is_cut_off() {
    for (var token :
        List.of(
            "",
            "x",
            "a.b.c",
            "..",
            links.sign(LINK) + "x",
            links.sign(LINK).substring(0, 200),
            "ä.ö.ü"))
      assertThat(links.read(token)).as(token).isEqualTo(new Read.Refused(LinkFault.TRUNCATED));
  }

  @Test
  void a_new_key_in_front_leaves_old_links_good() {
    var rotated = links(NOW, TestKeys.NEW, TestKeys.OLD);

    assertThat(rotated.read(links.sign(LINK))).isEqualTo(new Read.Valid(LINK));
    assertThat(links.read(rotated.sign(LINK))).isEqualTo(new Read.Refused(LinkFault.UNKNOWN_KEY));
  }

  @Test
  void a_link_of_two_halves_is_altered() {
    var one = links.sign(LINK).split("\\.", -1);
    var other =
        links
            .sign(
                new ReviewLink(
                    LINK.job(),
                    LINK.approval(),
                    3,
                    LINK.digest(),
                    LINK.audience(),
                    LINK.expiresAt()))
            .split("\\.", -1);

    assertThat(links.read("%s.%s.%s".formatted(one[0], one[1], other[2])))
        .isEqualTo(new Read.Refused(LinkFault.ALTERED));
  }

  @Test
  void a_short_key_is_refused_at_start() {
    assertThatThrownBy(() -> links(NOW, "k:c2hvcnQ=")).hasMessageContaining("32 bytes");
  }

  private static ReviewLinks links(Instant now, String... keys) {
    return new ReviewLinks(
        new ConfiguredKeys(List.of(keys), List.of(TestKeys.OLD)), SITE, InstantSource.fixed(now));
  }
}

package dev.countersign.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.SettableClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What the bucket takes under an address that was made for one file, and what it does not.
class BucketUploadsTest {
  private static final byte[] BID = "a bid".getBytes(UTF_8);
  private final SettableClock clock = new SettableClock();
  private final TestStore store = TestStore.with(clock, new Random());
  private final HttpClient http = HttpClient.newHttpClient();
  private final Upload upload =
      new Upload(
          store.ids().upload(),
          "submitter@local.example",
          "files",
          "bid.pdf",
          "application/pdf",
          BID.length,
          Sha256.hex(BID),
          clock.instant());

  @Test
  void
      length_type_checksum_and_being_the_first_are_signed_and_nothing_personal_is_in_the_address() {
    var link = store.uploads().link(upload, Duration.ofMinutes(15));

    assertThat(link.headers())
        .containsOnlyKeys(
            "content-length", "content-type", "if-none-match", "x-amz-checksum-sha256")
        .containsEntry("content-length", "5")
        .containsEntry("content-type", "application/pdf")
        .containsEntry("if-none-match", "*");
    assertThat(link.url().getQuery())
        .contains("content-length;content-type;host;if-none-match;x-amz-checksum-sha256")
        .contains("X-Amz-Expires=900");
    assertThat(link.url().getPath()).contains("/uploads/").contains(upload.id());
    assertThat(link.url().toString()).doesNotContain("submitter", "local.example", "bid.pdf");
  }

  @Test
  void what_was_declared_is_taken_once() throws Exception {
    var link = store.uploads().link(upload, Duration.ofMinutes(15));

    assertThat(store.uploads().standing(upload)).isEqualTo(new Uploads.Standing.NotThere());
    assertThat(put(link, BID, Map.of())).isEqualTo(200);
    assertThat(store.uploads().standing(upload)).isInstanceOf(Uploads.Standing.There.class);
    assertThat(put(link, BID, Map.of())).isEqualTo(412);
  }

  @Test
  void anything_else_is_refused() throws Exception {
    var link = store.uploads().link(upload, Duration.ofMinutes(15));

    assertThat(put(link, "a big".getBytes(UTF_8), Map.of())).isEqualTo(400);
    assertThat(put(link, "a longer bid".getBytes(UTF_8), Map.of())).isEqualTo(403);
    assertThat(put(link, BID, Map.of("content-type", "text/html"))).isEqualTo(403);
    for (var header : List.of("content-type", "if-none-match", "x-amz-checksum-sha256"))
      assertThat(put(link, BID, Map.of(header, ""))).as("without " + header).isEqualTo(403);

    assertThat(store.uploads().standing(upload)).isEqualTo(new Uploads.Standing.NotThere());
  }

  /// @param changed by header; an empty one is left out
  private int put(UploadLink link, byte[] bytes, Map<String, String> changed)
      throws IOException, InterruptedException {
    var headers = new HashMap<>(link.headers());
    headers.remove("content-length"); // the client says it by itself
    headers.putAll(changed);
    var request = HttpRequest.newBuilder(link.url()).PUT(BodyPublishers.ofByteArray(bytes));
    headers.forEach((name, value) -> {
      if (!value.isEmpty()) request.header(name, value);
    });
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}

package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.EmbeddedServicesResource;
import dev.countersign.approval.ReviewLinks;
import dev.countersign.worker.ToldOfEverything.Message;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Must show 1: whatever opens the links of notifications, however often and by whatever method
/// that is called safe, changes nothing: no record, no ledger, no timeline, no file, no message, no
/// mail.
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class ScannerConformanceTest {
  /// Every kind of notification of every channel.
  private static final List<String> KINDS =
      List.of(
          "request mail",
          "open-request mail",
          "request mail to the submitter",
          "request /api/chat.postMessage",
          "request /events",
          "reminder mail",
          "reminder /api/chat.postMessage",
          "escalation mail",
          "escalation /api/chat.postMessage",
          "delegation mail",
          "edited-revision mail",
          "edited-revision /api/chat.update",
          "edited-revision /api/chat.postMessage",
          "approved mail to the submitter",
          "approved /api/chat.update",
          "approved /events",
          "completed mail to the submitter",
          "completed /api/chat.update",
          "completed /events",
          "rejected mail to the submitter",
          "rejected /api/chat.update",
          "changes-asked /api/chat.update",
          "expired mail to the submitter",
          "expired /api/chat.update",
          "failed mail to the submitter",
          "failed /events",
          "canceled mail to the submitter",
          "canceled /api/chat.update",
          "canceled /events",
          "rejected-by-webhook-request /incoming",
          "rejected-by-webhook /incoming");

  @Inject ReviewLinks links;

  @Test
  void no_scanner_changes_anything() throws IOException {
    try (var told = ToldOfEverything.served(links)) {
      assertThat(told.messages()).extracting(Message::kind).containsAll(KINDS);
      assertThat(told.messages())
          .filteredOn(message -> message.kind().contains(" mail"))
          .allSatisfy(message -> assertThat(message.links()).hasSize(1));
      assertThat(told.messages())
          .filteredOn(message -> message.kind().endsWith("/events"))
          .allSatisfy(message -> assertThat(message.links()).isEmpty());
      var scanner = new Scanner(application());

      var answers = nothingChanges(told, () -> scanner.visit(links(told)));

      assertThat(answers).contains(200).doesNotContain(500, 502, 503);
      assertThat(scanner.visits()).isGreaterThan(links(told).size() * Scanner.AGENTS.size());
    }
  }

  @Test
  void a_link_that_decides_by_get_would_be_noticed() throws IOException {
    try (var told = ToldOfEverything.servedAnOpenRequest(links)) {
      var decides =
          told.messages().stream()
              .filter(message -> message.kind().equals("open-request mail"))
              .flatMap(message -> message.links().stream())
              .map(link -> link.replace("/review/", "/test-only/decides-by-get/"))
              .collect(Collectors.toSet());

      assertThatThrownBy(
              () -> nothingChanges(told, () -> new Scanner(application()).visit(decides)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("items");
    }
  }

  private static Set<Integer> nothingChanges(ToldOfEverything told, Supplier<Set<Integer>> visit) {
    var before = Everything.now();
    var answers = visit.get();
    var after = Everything.now();
    assertThat(after.items()).as("items").isEqualTo(before.items());
    assertThat(after.objects()).as("objects").isEqualTo(before.objects());
    assertThat(after.queue()).as("messages in the queue").isEqualTo(before.queue());
    assertThat(told.newMessages()).as("mails and calls").isZero();
    return answers;
  }

  /// Where the links of notifications are answered in this test.
  private static URI application() {
    return URI.create("%s:%d/".formatted(RestAssured.baseURI, RestAssured.port));
  }

  private static Set<String> links(ToldOfEverything told) {
    return told.messages().stream()
        .flatMap(message -> message.links().stream())
        .collect(Collectors.toSet());
  }
}

package dev.countersign.effect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.HttpDouble;
import dev.countersign.HttpDouble.Answer;
import java.io.IOException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

class SesRelayTest {
  private static final Answer TAKEN = Answer.ok("{\"MessageId\":\"0100019a-ses\"}");
  private static final byte[] MESSAGE =
      "To: somebody-else@example.com\r\nBcc: x@example.com\r\nX:  odd \r\n\r\n.\r\n..\u00e4\r\n"
          .getBytes(ISO_8859_1);

  private final AtomicReference<Answer> answer = new AtomicReference<>(TAKEN);
  private final HttpDouble ses = HttpDouble.playing(asked -> answer.get());
  private final SesV2Client client =
      SesRelay.once(SesV2Client.builder())
          .endpointOverride(ses.endpoint())
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
          .httpClient(UrlConnectionHttpClient.create())
          .build();
  private final MailRelay relay = new SesRelay(TestMail.settings(), () -> client);

  @AfterEach
  void close() {
    client.close();
    ses.close();
  }

  @Test
  void ses_gets_the_bytes_verbatim_for_the_target_alone() throws IOException {
    var attempt = relay.send("client@example.com", MESSAGE);

    assertThat(attempt).isEqualTo(new Attempt.Done("0100019a-ses"));
    var sent = onlyRequest();
    assertThat(Base64.getDecoder().decode(sent.at("/Content/Raw/Data").asText()))
        .isEqualTo(MESSAGE);
    assertThat(sent.at("/Destination").toString())
        .isEqualTo("{\"ToAddresses\":[\"client@example.com\"]}");
    assertThat(sent.at("/FromEmailAddress").asText()).isEqualTo("countersign@local.example");
  }

  @Test
  void a_sender_who_is_not_verified_is_not_tried_again() {
    assertThat(sentWhen(Answer.error(400, "MessageRejected")))
        .isEqualTo(new Attempt.Impossible("SES answered MessageRejected (400)."));
    assertThat(sentWhen(Answer.error(400, "MailFromDomainNotVerifiedException")))
        .isInstanceOf(Attempt.Impossible.class);
    assertThat(sentWhen(Answer.error(403, "AccessDeniedException")))
        .isInstanceOf(Attempt.Impossible.class);
  }

  @Test
  void what_ses_had_no_room_for_may_be_tried_again() {
    assertThat(sentWhen(Answer.error(429, "TooManyRequestsException")))
        .isEqualTo(new Attempt.NotDone("SES answered TooManyRequestsException (429)."));
    assertThat(sentWhen(Answer.error(503, "ServiceUnavailable")))
        .isInstanceOf(Attempt.NotDone.class);
    assertThat(sentWhen(Answer.error(403, "ExpiredTokenException")))
        .isInstanceOf(Attempt.NotDone.class);
  }

  @Test
  void an_error_of_somebody_in_between_says_nothing_of_the_mail() {
    assertThat(sentWhen(new Answer(502, "", "<html>Bad Gateway</html>")))
        .isInstanceOf(Attempt.Unknown.class);
  }

  @Test
  void silence_after_the_message_is_unknown_and_the_message_was_sent_once() {
    assertThat(sentWhen(Answer.silence())).isInstanceOf(Attempt.Unknown.class);

    assertThat(ses.asked()).hasSize(1);
  }

  @Test
  void a_kept_connection_that_breaks_does_not_send_the_message_twice() {
    relay.send("client@example.com", MESSAGE);

    assertThat(sentWhen(Answer.silence())).isInstanceOf(Attempt.Unknown.class);

    assertThat(ses.asked()).hasSize(2);
  }

  @Test
  void a_ses_that_is_not_there_got_nothing() {
    ses.close();

    assertThat(relay.send("client@example.com", MESSAGE)).isInstanceOf(Attempt.NotDone.class);
  }

  @Test
  void a_call_that_was_interrupted_may_have_arrived() {
    Thread.currentThread().interrupt();

    var attempt = relay.send("client@example.com", MESSAGE);

    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    assertThat(attempt).isInstanceOf(Attempt.Unknown.class);
  }

  @Test
  void no_errors_are_answered_by_another_try_of_the_sdk() {
    sentWhen(Answer.error(500, "InternalServiceError"));

    assertThat(ses.asked()).hasSize(1);
  }

  private Attempt sentWhen(Answer is) {
    answer.set(is);
    return relay.send("client@example.com", MESSAGE);
  }

  private JsonNode onlyRequest() throws IOException {
    assertThat(ses.asked()).hasSize(1);
    var asked = ses.asked().getFirst();
    assertThat(asked.path()).isEqualTo("/v2/email/outbound-emails");
    return new ObjectMapper().readTree(asked.body());
  }
}

package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.HttpDouble;
import dev.countersign.HttpDouble.Asked;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// SES, as far as mail goes out through it: `SendEmail` of its second API with raw messages.
final class SesDouble implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final HttpDouble http = HttpDouble.playing(this::take);

  /// @param to who gets it, by the envelope
  /// @param text the message as it was handed over, byte for byte
  record Mail(List<String> to, String text) {}

  URI endpoint() {
    return http.endpoint();
  }

  List<Mail> mails() {
    return List.copyOf(mails);
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpDouble.Answer take(Asked asked) {
    if (!asked.path().equals("/v2/email/outbound-emails"))
      return HttpDouble.Answer.error(404, "NotFoundException");
    try {
      var mail = JSON.readTree(asked.body());
      var to = JSON.convertValue(mail.at("/Destination/ToAddresses"), String[].class);
      var raw = Base64.getDecoder().decode(mail.at("/Content/Raw/Data").asText());
      mails.add(new Mail(List.of(to), new String(raw, ISO_8859_1)));
      return HttpDouble.Answer.ok("{\"MessageId\":\"ses-%d\"}".formatted(mails.size()));
    } catch (JsonProcessingException _) {
      return HttpDouble.Answer.error(400, "BadRequestException");
    }
  }
}

package dev.countersign.model.openai;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An event as OpenAI sends it: thin, and signed as Standard Webhooks says. Signed here by hand, so
/// that what verifies it is not what made it.
public record Webhook(Map<String, String> headers, String body) {
  /// For tests; 24 bytes.
  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /// @param type e.g. `response.completed`
  public static Webhook of(String type, String response, Instant at) {
    var id = "evt_" + response;
    var body =
        """
        {"id":"%s","object":"event","created_at":%d,"type":"%s","data":{"id":"%s"}}\
        """
            .formatted(id, at.getEpochSecond(), type, response);
    return signed("wh_" + response, at, body);
  }

  public static Webhook signed(String id, Instant at, String body) {
    var time = String.valueOf(at.getEpochSecond());
    return new Webhook(
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", time,
            "webhook-signature", "v1," + signature(id + "." + time + "." + body)),
        body);
  }

  /// Brings it to a receiver; its status.
  public int deliver(URI receiver) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(receiver)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static String signature(String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.countersign.effect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs webhooks as Standard Webhooks says: `v1,` and the base64 of HMAC-SHA256 over id, time and
/// body, once for each secret in use.
final class WebhookSignature {
  private WebhookSignature() {}

  /// @param secrets `whsec_` and base64 each, separated by spaces
  /// @throws IllegalArgumentException when a secret is none
  static Map<String, String> headers(String secrets, String id, Instant at, byte[] body) {
    var time = String.valueOf(at.getEpochSecond());
    var headers = new LinkedHashMap<String, String>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", time);
    headers.put(
        "webhook-signature",
        Arrays.stream(secrets.strip().split("\\s+"))
            .map(secret -> "v1," + signature(secret, id, time, body))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  private static String signature(String secret, String id, String time, byte[] body) {
    if (!secret.startsWith("whsec_"))
      throw new IllegalArgumentException("a webhook's secret begins with whsec_");
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var signed = new ByteArrayOutputStream();
      signed.writeBytes((id + "." + time + ".").getBytes(StandardCharsets.US_ASCII));
      signed.writeBytes(body);
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}

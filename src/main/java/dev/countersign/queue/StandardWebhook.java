package dev.countersign.queue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A webhook as Standard Webhooks says, both those we send and those we get: `v1,` and the base64
/// of HMAC-SHA256 over id, time and body, once for each secret in use.
/// <https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>
public final class StandardWebhook {
  /// How old, or how far ahead of our clock, one may be that counts: an older one is a replay.
  public static final Duration WINDOW = Duration.ofMinutes(5);

  private StandardWebhook() {}

  /// @param secrets `whsec_` and base64 each, separated by spaces
  /// @throws IllegalArgumentException when a secret is none
  public static Map<String, String> headers(String secrets, String id, Instant at, byte[] body) {
    var time = String.valueOf(at.getEpochSecond());
    var headers = new LinkedHashMap<String, String>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", time);
    headers.put(
        "webhook-signature", signatures(secrets, id, time, body).collect(Collectors.joining(" ")));
    return headers;
  }

  /// Whether one that came was signed with one of our secrets, for this body, and lately.
  ///
  /// @param header the value of a header, null without it
  public static boolean verified(
      String secrets, Function<String, @Nullable String> header, byte[] body, Instant now) {
    var id = header.apply("webhook-id");
    var time = header.apply("webhook-timestamp");
    var signed = header.apply("webhook-signature");
    if (id == null || time == null || signed == null || !lately(time, now)) return false;
    var ours = signatures(secrets, id, time, body).toList();
    return Arrays.stream(signed.strip().split("\\s+")).anyMatch(theirs -> among(ours, theirs));
  }

  private static boolean lately(String time, Instant now) {
    if (!time.matches("[0-9]{1,12}")) return false;
    var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now).abs();
    return age.compareTo(WINDOW) <= 0;
  }

  /// In constant time.
  private static boolean among(List<String> ours, String theirs) {
    var bytes = theirs.getBytes(StandardCharsets.UTF_8);
    boolean found = false;
    for (var one : ours)
      found |= MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), bytes);
    return found;
  }

  private static Stream<String> signatures(String secrets, String id, String time, byte[] body) {
    return Arrays.stream(secrets.strip().split("\\s+"))
        .map(secret -> "v1," + signature(secret, id, time, body));
  }

  private static String signature(String secret, String id, String time, byte[] body) {
    if (!secret.startsWith("whsec_"))
      throw new IllegalArgumentException("a webhook's secret begins with whsec_");
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var signed = new ByteArrayOutputStream();
      signed.writeBytes((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      signed.writeBytes(body);
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}

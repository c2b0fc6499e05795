package dev.countersign.approval;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What seems to be wrong with a token that was refused, so that its holder can be told. Looked at
/// only after the refusal; nothing here lets one pass.
public enum LinkFault {
  /// Cut off or broken in two on its way.
  TRUNCATED,
  /// Begins like one of ours and is none: another algorithm, or no signature at all.
  FORGED,
  /// Names a key that is not known here, or not any more.
  UNKNOWN_KEY,
  /// The signature is not that of these words: something was changed, or taken from another link.
  ALTERED;

  private static final Pattern KEY = Pattern.compile("\"kid\"\\s*:\\s*\"([^\"]*)\"");
  private static final Pattern OURS = Pattern.compile("\"alg\"\\s*:\\s*\"HS256\"");
  private static final int SIGNATURE_BYTES = 32;

  /// @param known whether a key of that id is known here
  static LinkFault of(String token, Predicate<String> known) {
    var parts = token.split("\\.", -1);
    if (parts.length != 3 || !isJson(parts[0])) return TRUNCATED;
    var header = text(parts[0]);
    var key = KEY.matcher(header);
    if (!OURS.matcher(header).find() || !key.find()) return FORGED;
    if (!known.test(key.group(1))) return UNKNOWN_KEY;
    return bytes(parts[2]).length == SIGNATURE_BYTES ? ALTERED : TRUNCATED;
  }

  private static boolean isJson(String part) {
    var text = text(part);
    return text.startsWith("{") && text.endsWith("}");
  }

  private static String text(String part) {
    return new String(bytes(part), StandardCharsets.UTF_8);
  }

  /// None for what is not encoded as it should be.
  private static byte[] bytes(String part) {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}

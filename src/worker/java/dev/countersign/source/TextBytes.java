package dev.countersign.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Bytes of plain text to a string: by byte order mark, else UTF-8, else windows-1252.
final class TextBytes {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final double FEW_CONTROLS = 0.02;

  private TextBytes() {}

  static String decode(byte[] bytes) {
    return decode(bytes, StandardCharsets.UTF_8);
  }

  /// @param declared what the file's surroundings say, for example a mail part's charset
  static String decode(byte[] bytes, Charset declared) {
    String text = undressed(bytes, declared);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String undressed(byte[] bytes, Charset declared) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) return new String(bytes, StandardCharsets.UTF_8);
    if (starts(bytes, 0xFF, 0xFE)) return new String(bytes, StandardCharsets.UTF_16LE);
    if (starts(bytes, 0xFE, 0xFF)) return new String(bytes, StandardCharsets.UTF_16BE);
    if (isWide(bytes)) return new String(bytes, StandardCharsets.UTF_16LE);
    return strictly(bytes, declared)
        .or(() -> strictly(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(bytes, WINDOWS));
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      ByteBuffer whole = ByteBuffer.wrap(whole(bytes, charset));
      return Optional.of(charset.newDecoder().decode(whole).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// Without the bytes of a last UTF-8 character that the end of the input cuts in two.
  private static byte[] whole(byte[] bytes, Charset charset) {
    if (!charset.equals(StandardCharsets.UTF_8)) return bytes;
    int back = 1;
    while (back < 4 && back < bytes.length && (bytes[bytes.length - back] & 0xC0) == 0x80) back++;
    if (back > bytes.length) return bytes;
    int lead = bytes[bytes.length - back] & 0xFF;
    int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return needed > back ? Arrays.copyOf(bytes, bytes.length - back) : bytes;
  }

  /// Whether hardly anything in it is a control character.
  static boolean looksLikeText(byte[] head) {
    String text = decode(head);
    long controls =
        text.chars()
            .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
            .count();
    return controls <= FEW_CONTROLS * text.length();
  }

  private static boolean isWide(byte[] bytes) {
    int length = Math.min(bytes.length, 512) / 2 * 2;
    int zeros = 0;
    for (int i = 1; i < length; i += 2) if (bytes[i] == 0 && bytes[i - 1] != 0) zeros++;
    return length >= 8 && zeros > 0.4 * length;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) return false;
    for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
    return true;
  }
}

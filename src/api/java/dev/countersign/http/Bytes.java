package dev.countersign.http;

import java.util.Locale;

/// Sizes as people read them.
public final class Bytes {
  private Bytes() {}

  /// E.g. `100 MB`, `1.5 MB`, `12 KB`, `7 bytes`; decimal, as file managers count.
  public static String say(long bytes) {
    if (bytes >= 1_000_000) return trimmed(bytes / 1_000_000.0) + " MB";
    if (bytes >= 1_000) return trimmed(bytes / 1_000.0) + " KB";
    return bytes == 1 ? "1 byte" : bytes + " bytes";
  }

  private static String trimmed(double value) {
    var text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}

package dev.countersign.submit;

/// Makes a file name, which a stranger chose, safe to show and to store.
final class FileName {
  private static final int MOST_CHARS = 120;

  private FileName() {}

  /// The last part of the path, without control or formatting characters, at most 120 characters
  /// with its ending kept.
  static String safe(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
    if (plain.isEmpty() || plain.matches("\\.+")) return "unnamed";
    if (plain.length() <= MOST_CHARS) return plain;
    int dot = plain.lastIndexOf('.');
    var ending = dot > 0 && plain.length() - dot <= 12 ? plain.substring(dot) : "";
    return plain.substring(0, MOST_CHARS - ending.length()) + ending;
  }
}

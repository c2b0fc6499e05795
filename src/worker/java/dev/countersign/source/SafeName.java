package dev.countersign.source;

/// A file name from outside, safe to show and to use as the last part of a key: never a path.
final class SafeName {
  private static final int LONGEST = 120;

  private SafeName() {}

  static String of(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String shown =
        PlainText.line(last)
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\"<>|:*?]", "_")
            .replaceAll("^\\.+", "");
    if (shown.isBlank()) return "unnamed";
    if (shown.length() <= LONGEST) return shown;
    int dot = shown.lastIndexOf('.');
    String ending = dot > shown.length() - 8 ? shown.substring(dot) : "";
    return shown.substring(0, LONGEST - ending.length()) + ending;
  }
}

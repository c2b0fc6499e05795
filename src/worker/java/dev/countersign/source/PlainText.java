package dev.countersign.source;

import java.text.Normalizer;

/// Text as people write it: NFC, ligatures and presentation forms resolved, without soft hyphens
/// and control characters.
final class PlainText {
  private PlainText() {}

  static String of(String text) {
    if (isPlain(text)) return text;
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().filter(PlainText::isShown).forEach(c -> plain.append(resolved(c)));
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /// The same with all white space, line ends too, made one space.
  static String line(String text) {
    return of(text.replaceAll("[\\s\\u00A0]+", " ")).strip();
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t');
  }

  private static boolean isShown(int c) {
    return c == '\n' || c == '\t' || (c != '\u00AD' && c != '\uFEFF' && !Character.isISOControl(c));
  }

  private static String resolved(int c) {
    String text = Character.toString(c);
    boolean form = (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE);
    return form ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
  }
}

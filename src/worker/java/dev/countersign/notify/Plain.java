package dev.countersign.notify;

/// Text that somebody else wrote, made fit for a notification: on one line, short, and with no
/// address in it that a mail or chat program would turn into a link.
final class Plain {
  private Plain() {}

  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ")
        .replaceAll("(?i)\\b([a-z][a-z0-9+.-]*):/*(?=/)", "$1: ")
        .replaceAll("(?i)\\bwww\\.", "www. ")
        .replaceAll("(?i)\\b(mailto|tel|javascript|data):", "$1: ")
        .strip();
  }

  static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  /// As a sentence goes on: `Send it` becomes `send it`, and `SAP` stays.
  static String inSentence(String sentence) {
    boolean word =
        sentence.length() > 1
            && Character.isUpperCase(sentence.charAt(0))
            && !Character.isUpperCase(sentence.charAt(1));
    return word ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
  }

  static String sentenceStart(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}

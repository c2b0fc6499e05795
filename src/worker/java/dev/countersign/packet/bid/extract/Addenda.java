package dev.countersign.packet.bid.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the numbers of addenda from a sentence: lists, ranges, words.
final class Addenda {
  static final Pattern WORD =
      Pattern.compile("\\badd(?:end(?:um|a|ums)|\\.)(?=\\s|:|$|\\W)", Pattern.CASE_INSENSITIVE);
  private static final Pattern RANGE =
      Pattern.compile(
          "(\\d{1,2})\\s*(?:through|thru|to|-|–|—|until)\\s*(?:and including\\s*)?(?:no\\.?\\s*|#\\s*|addendum\\s*(?:no\\.?)?\\s*)*(\\d{1,2})");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\d./$%])\\d{1,2}(?![\\d/%]|\\.\\d)");
  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
  private static final Pattern DATE =
      Pattern.compile(
          MONTH
              + "\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|\\d{1,2}\\s+"
              + MONTH
              + "(?:\\s+\\d{4})?|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\b(?:19|20)\\d{2}\\b|\\bpages? \\d+|\\b\\d+ pages?|\\b\\d+ (?:days|weeks|sheets|%)");
  private static final Pattern NEGATED =
      Pattern.compile(
          "\\b(?:not (?:yet )?(?:received|seen|acknowledged|included|reviewed|been)|(?:did|have|has) not|except(?:ing)?|excluding|without|other than|but not)\\b");

  private Addenda() {}

  static List<Integer> numbers(String sentence) {
    String text = sentence.toLowerCase(Locale.ROOT);
    Matcher word = WORD.matcher(text);
    if (word.find()
        && text.substring(0, word.start())
            .matches(
                "(?s).*\\b(?:\\d|one|two|three|four|five|both|first|second|third|no\\.)\\W+(?:\\w+\\W+){0,2}$")) {
      text =
          text.substring(
              Math.max(
                  0,
                  text.substring(0, word.start())
                      .replaceAll("(?s)(?:\\w+\\W+){1,5}$", "")
                      .length()));
    } else if (word.reset().find()) {
      text = text.substring(word.start());
    }
    text = DATE.matcher(text).replaceAll(" ");
    for (String each :
        List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")) {
      text = text.replaceAll("\\b" + each + "\\b", String.valueOf(AmountInWords.number(each)));
    }
    text =
        text.replaceAll("\\bfirst\\b", "1")
            .replaceAll("\\bsecond\\b", "2")
            .replaceAll("\\bthird\\b", "3");
    Matcher not = NEGATED.matcher(text);
    String said = not.find() ? before(text, not.start()) : text;
    TreeSet<Integer> numbers = new TreeSet<>();
    Matcher range = RANGE.matcher(said);
    while (range.find()) {
      int to = Integer.parseInt(range.group(2));
      for (int n = Integer.parseInt(range.group(1)); n <= to && to < 40; n++) numbers.add(n);
    }
    Matcher number = NUMBER.matcher(said);
    while (number.find())
      if (Integer.parseInt(number.group()) < 40 && !number.group().equals("0"))
        numbers.add(Integer.parseInt(number.group()));
    return new ArrayList<>(numbers);
  }

  /// "Addendum 1 received; Addendum 2 not received": the number right before a "not" is not said.
  private static String before(String text, int not) {
    String head = text.substring(0, not);
    int cut =
        Math.max(Math.max(head.lastIndexOf(';'), head.lastIndexOf(',')), head.lastIndexOf(" but "));
    boolean excepting =
        text.substring(not).matches("(?s)^(?:except|excluding|without|other|but).*");
    return excepting ? head : head.substring(0, Math.max(0, cut));
  }
}

package dev.countersign.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/// What text says once its disguise is taken off: invisible characters, letters of other alphabets
/// that look the same, letters set apart, Base64, hexadecimal and percent signs.
final class Disguises {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{24,}={0,2}");
  private static final Pattern BROKEN_BASE64 =
      Pattern.compile("(?<=[A-Za-z0-9+/]{40})\\s+(?=[A-Za-z0-9+/]{8,}={0,2})");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}[ :]?){20,}");
  private static final Pattern PERCENT = Pattern.compile("%([0-7][0-9a-fA-F])");
  private static final Pattern SET_APART =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}[ .*_-]){4,}\\p{L}(?![\\p{L}\\p{N}])");
  private static final String LOOKS = "аеорсухіјѕһԁԛԝгηινοραεκтνмᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";
  private static final String LIKE_ME = "aeopcyxijshdqwrnivopaektvmabcdefghijklmnoprstuvwyz";
  private static final Pattern ESCAPED = Pattern.compile("&#?\\w{2,8};|\\\\u[0-9a-fA-F]{4}");
  private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  /// Digits and signs within a word that stand for letters.
  private static final Pattern DIGITS_IN_WORD =
      Pattern.compile(
          "(?<=[a-z])[013457@$]+(?=[a-z])|\\b[013457@$]+(?=[a-z]{3})|(?<=[a-z])[013457]+\\b",
          Pattern.CASE_INSENSITIVE);

  private static final String DIGITS = "013457@$";
  private static final String LETTERS = "oleastas";

  /// "ignore", "instruction", "prompt", "system" backwards, and with each letter moved by 13.
  private static final Pattern BACKWARDS =
      Pattern.compile("erongi|noitcurtsni|tpmorp|metsys|evorppa", Pattern.CASE_INSENSITIVE);

  private static final Pattern MOVED =
      Pattern.compile("vtaber|vafgehpgvba|cebzcg|flfgrz|nccebir", Pattern.CASE_INSENSITIVE);

  private static final int HALF = 13;

  private Disguises() {}

  /// The text as a person would read it first.
  static List<String> views(String text) {
    var views = new ArrayList<String>();
    var plain = plain(text);
    views.add(plain);
    if (hasLookalikes(plain)) views.add(latin(plain));
    if (SET_APART.matcher(plain).find())
      views.add(SET_APART.matcher(plain).replaceAll(m -> m.group().replaceAll("[ .*_-]", "")));
    if (PERCENT.matcher(plain).find()) views.add(unescaped(plain));
    if (ESCAPED.matcher(plain).find()) views.add(plain(unwritten(plain)));
    if (DIGITS_IN_WORD.matcher(plain).find()) {
      views.add(spelled(plain, LETTERS));
      views.add(spelled(plain, LETTERS.replace('l', 'i')));
    }
    if (BACKWARDS.matcher(plain).find()) views.add(new StringBuilder(plain).reverse().toString());
    if (MOVED.matcher(plain).find()) views.add(moved(plain));
    decoded(plain, views);
    return views;
  }

  private static String unwritten(String text) {
    var entities = Parser.unescapeEntities(text, false);
    return UNICODE_ESCAPE
        .matcher(entities)
        .replaceAll(
            m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }

  private static String spelled(String text, String letters) {
    return DIGITS_IN_WORD
        .matcher(text)
        .replaceAll(m ->
            m.group()
                .chars()
                .mapToObj(c -> String.valueOf(letters.charAt(DIGITS.indexOf(c))))
                .collect(Collectors.joining()));
  }

  private static String moved(String text) {
    var back = new StringBuilder(text.length());
    text.chars()
        .map(c ->
            c >= 'a' && c <= 'z'
                ? 'a' + (c - 'a' + HALF) % (2 * HALF)
                : c >= 'A' && c <= 'Z' ? 'A' + (c - 'A' + HALF) % (2 * HALF) : c)
        .forEach(c -> back.append((char) c));
    return back.toString();
  }

  /// Without what is invisible; tag characters (U+E0020 and on) are ASCII in disguise.
  private static String plain(String text) {
    var plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .map(c -> c >= 0xE0020 && c <= 0xE007E ? c - 0xE0000 : c)
        .filter(c -> Character.getType(c) != Character.FORMAT && !isFiller(c))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isFiller(int c) {
    return (c >= 0x0300 && c <= 0x036F)
        || c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || (c >= 0xFE00 && c <= 0xFE0F);
  }

  private static boolean hasLookalikes(String text) {
    return text.chars().anyMatch(c -> LOOKS.indexOf(Character.toLowerCase(c)) >= 0);
  }

  private static String latin(String text) {
    var latin = new StringBuilder(text.length());
    text.chars()
        .map(Character::toLowerCase)
        .map(c -> LOOKS.indexOf(c) < 0 ? c : LIKE_ME.charAt(LOOKS.indexOf(c)))
        .forEach(c -> latin.append((char) c));
    return latin.toString();
  }

  private static String unescaped(String text) {
    return PERCENT
        .matcher(text)
        .replaceAll(
            m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))))
        .replace('+', ' ');
  }

  private static void decoded(String text, List<String> views) {
    var joined = BROKEN_BASE64.matcher(text).replaceAll("");
    BASE64.matcher(joined).results().forEach(run -> base64(run.group()).ifPresent(views::add));
    HEX.matcher(text).results().forEach(run -> hex(run.group()).ifPresent(views::add));
  }

  private static Optional<String> base64(String run) {
    try {
      var standard = run.replace('-', '+').replace('_', '/').replace("=", "");
      int whole = standard.length() - (standard.length() % 4 == 1 ? 1 : 0);
      return words(Base64.getDecoder().decode(standard.substring(0, whole)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> hex(String run) {
    return words(HexFormat.of().parseHex(run.replaceAll("[ :]", "")));
  }

  /// Only what is text: most runs of such characters are numbers or names.
  private static Optional<String> words(byte[] bytes) {
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean readable = text.codePoints().noneMatch(c -> Character.isISOControl(c) && c > ' ');
      return readable && text.contains(" ") ? Optional.of(plain(text)) : Optional.empty();
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}

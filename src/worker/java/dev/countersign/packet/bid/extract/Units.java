package dev.countersign.packet.bid.extract;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Units of measure as bids write them.
final class Units {
  /// Tried first, because the short forms are their beginnings.
  private static final String LONG =
      "LUMP SUM|SQ\\.? ?(?:FT|YD|M)\\.?|SQUARE (?:FEET|FOOT|YARDS?|METERS?|METRES?)|LIN(?:EAR|EAL)?\\.? ?(?:FEET|FOOT|FT|M)?\\.?|CU\\.? ?(?:FT|YD)\\.?|CUBIC (?:FEET|YARDS?)|RUNNING (?:FEET|FOOT)|ROOFING SQUARES?";

  private static final String WORDS =
      "L\\.?S\\.?|EA\\.?|EACH|S\\.?F\\.?|S\\.?Y\\.?|SQ\\.?|SQS|L\\.?F\\.?|C\\.?Y\\.?|C\\.?F\\.?|TONS?|TN|HRS?\\.?|HOURS?|DAYS?|DY|WKS?|WEEKS?|MOS?|MONTHS?|LOTS?|SETS?|NR|NOS"
          + "|ALLOW\\.?|ALLOWANCE|ALW|ALLW|PR|PAIRS?|GAL|GALS|GALLONS?|LBS?|BF|MBF|VLF|LFT|FT2|FT²|FT|FEET|FOOT|IN|YD|YDS|YARDS?|ACRES?|AC"
          + "|M²|M2|M³|M3|LM|ML|QM|STK\\.?|STÜCK|PSCH\\.?|PAUSCHAL|KG|PCS?\\.?|PIECES?|JOB|SUM|UNITS?|OPENINGS?|FIXTURES?|DOORS?|WINDOWS?|HEADS?|CAN|CANS|ROLLS?|SHEETS?|BOXES|TRIPS?|LOADS?|VISITS?|SQUARES?|M";

  static final String EXPRESSION = "(?:" + LONG + "|" + WORDS + ")";

  private static final Pattern ONE =
      Pattern.compile(EXPRESSION, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("SQUARE FEET", "SF"),
          Map.entry("SQUARE FOOT", "SF"),
          Map.entry("SQ FT", "SF"),
          Map.entry("SQFT", "SF"),
          Map.entry("FT2", "SF"),
          Map.entry("FT²", "SF"),
          Map.entry("SQUARE YARD", "SY"),
          Map.entry("SQUARE YARDS", "SY"),
          Map.entry("SQ YD", "SY"),
          Map.entry("SQYD", "SY"),
          Map.entry("LINEAR FEET", "LF"),
          Map.entry("LINEAR FOOT", "LF"),
          Map.entry("LINEAL FEET", "LF"),
          Map.entry("LINEAL FOOT", "LF"),
          Map.entry("LIN FT", "LF"),
          Map.entry("RUNNING FEET", "LF"),
          Map.entry("RUNNING FOOT", "LF"),
          Map.entry("CUBIC YARD", "CY"),
          Map.entry("CUBIC YARDS", "CY"),
          Map.entry("CU YD", "CY"),
          Map.entry("SQUARE", "SQ"),
          Map.entry("SQUARES", "SQ"),
          Map.entry("ROOFING SQUARES", "SQ"),
          Map.entry("ROOFING SQUARE", "SQ"),
          Map.entry("EACH", "EA"),
          Map.entry("LUMP SUM", "LS"),
          Map.entry("ALLOWANCE", "ALLOW"),
          Map.entry("ALW", "ALLOW"),
          Map.entry("M2", "m2"),
          Map.entry("M²", "m2"),
          Map.entry("QM", "m2"),
          Map.entry("M³", "m3"),
          Map.entry("M3", "m3"),
          Map.entry("PCS", "pcs"),
          Map.entry("FEET", "LF"),
          Map.entry("FOOT", "LF"),
          Map.entry("HOURS", "HR"),
          Map.entry("HOUR", "HR"),
          Map.entry("HRS", "HR"));

  private Units() {}

  static boolean is(String text) {
    return ONE.matcher(text.strip()).matches();
  }

  /// The unit in the short form that estimators use, where there is one.
  static String shortForm(String written) {
    String plain = written.strip().toUpperCase(Locale.ROOT).replace(".", "");
    return SHORT.getOrDefault(plain, plain);
  }
}

package dev.countersign.packet.bid.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts text into sentences, minding abbreviations and numbers.
final class Sentences {
  private static final Pattern END =
      Pattern.compile("[.!?][\"”’')\\]]*(?=\\s+[\"“‘(\\[]?[\\p{Lu}\\d•])");
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:^|[\\s(])(?:No|Nos|Inc|Co|Corp|Ltd|incl|excl|approx|est|St|Ave|Rd|Div|Dr|Mr|Mrs|Ms|sq|ft|lin|yd|cu|vs|e\\.g|i\\.e|a\\.m|p\\.m|Alt|Add|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Fig|Sec|Art|cont|Qty|ea|Ph|Tel|Ref|Bldg|Ste|Fl|Rm|[A-Z]|etc|min|max|ca|bzw|Nr|inkl|zzgl)$",
          Pattern.CASE_INSENSITIVE);

  private Sentences() {}

  /// The bounds of each sentence.
  record Span(int start, int end) {}

  static List<Span> in(String text) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    Matcher m = END.matcher(text);
    while (m.find()) {
      String before = text.substring(start, m.start());
      boolean stop = text.charAt(m.start()) == '.';
      String after = text.substring(m.end()).stripLeading();
      if (stop && ABBREVIATION.matcher(before).find() && !endsAnyway(before, after)) continue;
      if (stop && before.matches("\\s*(?:\\(?[a-zA-Z\\d]{1,2})")) continue;
      spans.add(new Span(start, m.end()));
      start = m.end();
      while (start < text.length() && Character.isWhitespace(text.charAt(start))) start++;
    }
    if (start < text.length()) spans.add(new Span(start, text.length()));
    return spans;
  }

  /// "…, 7 p.m. We": a capital word after a unit or a time begins a sentence; after "No." never.
  private static boolean endsAnyway(String before, String after) {
    boolean weak =
        before.matches("(?is).*(?:[\\s(])(?:etc|a\\.m|p\\.m|ft|yd|sq|ea|inc|co|corp|ltd|min|max)$");
    return weak
        && after.matches(
            "(?s)^(?:We|The|This|Our|All|It|Any|No|Price|Prices|Please|These|In|If|Work|For|Bid|Payment)\\b.*");
  }
}

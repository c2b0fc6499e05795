package dev.countersign.packet.bid.extract;

import java.util.regex.Pattern;

/// Takes the words of a sentence that name the work, without the verbs and fillers around them.
final class Subject {
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:[\\s,;:.()–—-]+|(?:and|but|then|also|next|finally|plus|while|with|for|of|is|are|or|so|likewise|to)\\b\\s*|(?:we|you) (?:will|have|would|can|shall|also|propose to)\\s+|(?:we|our price for|our cost for|the cost of|the price for|price for|cost of|our number for|our figure for)\\s+|(?:carry|carried|include[sd]?|figured?|priced|allow(?:ed)?|quote[d]?|charge) (?=(?:the|our|an?)\\b|for\\b)|(?:about|approximately|some)\\s+(?=\\d)|(?:the|our|an?|its|all|this)\\s+)+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TRAIL =
      Pattern.compile(
          "(?:[\\s,;:(–—-]+|\\b(?:is|are|was|were|be|will|would|come|comes|coming|came|to|in|at|for|of|or|that|which|add|adds|adding|another|an|additional|further|cost|costs|costing|run|runs|priced|price|totals?|totalling|totaling|amounts?|makes?|worth|carried|we|have|carry|figure|ask|charge|need|and|by|its|fees at|it|this|a|the|total|sum|more|only|just|about|carries|please|adds up|works out|equals|figured|stands?|extra)\\b)+$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern QUANTITY =
      Pattern.compile(
          "[,;(]?\\s*(?:at |of |measured at |for |is |about |approximately )?[$€£]?\\d[\\d,.]*\\s*"
              + Units.EXPRESSION
              + "(?!\\w)(?:\\s+of\\b(?!\\s*\\d))?|[,;(]?\\s*(?:@|at) [$€£]\\s?[\\d,.]+(?:\\s*(?:per|an?|/)\\s*(?:\\w+\\s)?(?:foot|yard|each|piece|square|"
              + Units.EXPRESSION
              + "))?(?: each| apiece)?",
          Pattern.CASE_INSENSITIVE);

  private Subject() {}

  static String of(String clause, LineLabel label) {
    String text = clause.strip();
    if (label == LineLabel.ITEM)
      text = QUANTITY.matcher(text).replaceAll(" ").replaceAll("\\s+", " ");
    text = LEAD.matcher(text).replaceFirst("");
    text = TRAIL.matcher(text).replaceFirst("");
    return text.strip();
  }
}

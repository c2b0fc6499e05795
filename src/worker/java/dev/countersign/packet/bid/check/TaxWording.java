package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Bid;
import dev.countersign.packet.bid.Clause;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a bid says of tax: that it is in the price, that it is not, or nothing.
final class TaxWording {
  private static final String TAX =
      "(?:sales|use|state|local|gst|vat|hst|applicable|any|all|and|&|/|\\s|-)*\\b(?:tax(?:es)?|vat|gst|hst|mwst)\\b";
  private static final Pattern OUT =
      Pattern.compile(
          "\\bplus "
              + TAX
              + "|\\b(?:exclu(?:des|ding|ded|sive of)|without|before|net of|not includ\\w+|does not include|no)\\b[^.;]{0,25}?"
              + TAX
              + "|"
              + TAX
              + "[^.;]{0,30}?\\b(?:not (?:been )?(?:included|figured|carried|in)|excluded|extra|additional|to be added|will be added|added at|by (?:the )?owner)"
              + "|\\+ ?(?:tax|vat|gst)\\b|\\bexcl\\.? "
              + TAX
              + "|\\btax extra",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IN =
      Pattern.compile(
          "\\b(?:includ(?:es|ing|ed|e|sive of)|incl\\.?|with)\\b[^.;]{0,30}?"
              + TAX
              + "|"
              + TAX
              + "[^.;]{0,25}?\\b(?:includ\\w+|paid|incl)|\\btax(?:es)? (?:is|are) in\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EXEMPT =
      Pattern.compile("\\btax[- ]exempt|\\bexempt\\b[^.;]{0,25}tax", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_TAX =
      Pattern.compile("\\b(?:payroll|property|income|employment) tax", Pattern.CASE_INSENSITIVE);

  private TaxWording() {}

  static boolean saysOut(String text) {
    return OUT.matcher(text).find()
        && !OTHER_TAX.matcher(text).find()
        && !EXEMPT.matcher(text).find();
  }

  static boolean saysIn(String text) {
    return (IN.matcher(text).find() && !saysOut(text)) || EXEMPT.matcher(text).find();
  }

  /// The sentence that takes tax out of the price.
  static Optional<Sentence> excluded(Packet packet, Bid bid) {
    return Sentences.withLines(packet, bid).stream().filter(TaxWording::takesOut).findFirst();
  }

  private static boolean takesOut(Sentence sentence) {
    boolean listed = sentence.kind() == Clause.Kind.EXCLUSION && sentence.text().length() < 60;
    boolean named =
        Pattern.compile(
                "\\b(?:sales|use) tax|^\\W*tax(?:es)?\\b|\\bvat\\b", Pattern.CASE_INSENSITIVE)
            .matcher(sentence.text())
            .find();
    return saysOut(sentence.text()) || (listed && named && !saysIn(sentence.text()));
  }

  /// Whether tax is a line of the price or said to be in it.
  static boolean included(Packet packet, Bid bid) {
    if (bid.tax() != null && bid.tax().value().signum() > 0) return true;
    if (bid.total() != null && saysIn(bid.total().citation().quote())) return true;
    return Sentences.withLines(packet, bid).stream().anyMatch(sentence -> saysIn(sentence.text()));
  }
}

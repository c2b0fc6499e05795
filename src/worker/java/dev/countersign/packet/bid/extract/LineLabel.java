package dev.countersign.packet.bid.extract;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a price line is for the price, by the wording of its description.
enum LineLabel {
  ITEM,
  SUBTOTAL,
  TAX,
  TOTAL,
  /// Carried from or to another page.
  CARRIED,
  /// A total of something else: with an alternate, of allowances already counted.
  OTHER_TOTAL;

  private static final Pattern CARRIED_WORDS =
      Pattern.compile(
          "\\b(?:carr(?:ied|y)|brought|balance|total)[- ](?:forward|over|down)\\b|\\bc/f\\b|\\bb/f\\b|\\bpage (?:sub-?)?total\\b|\\b(?:sub-?)?total (?:this|of|for|from) (?:this |previous |the )?page\\b|^(?:sub-?total |total )?forward(?:ed)?$|\\bübertrag\\b|\\breport\\b.*\\bpage\\b");
  private static final Pattern TAX_WORDS =
      Pattern.compile(
          "^(?:plus |add |estimated |applicable |\\d+(?:[.,]\\d+)? ?% )*(?:(?:state|county|city|local|sales|use|excise|gross receipts|b&o|business|remodel|retail|provincial|federal|sales/use)[ ,/&]*(?:and )?)*(?:tax(?:es)?|vat|gst|hst|pst|qst|mwst\\.?|ust\\.?|tva|iva|value[- ]added tax)\\b(?!.{0,25}\\b(?:permit|fees|insurance|bond)\\b).*");
  private static final Pattern SUBTOTAL_WORDS =
      Pattern.compile(
          "\\bsub-? ?total\\b|\\b(?:sum|total) of (?:the )?(?:above|items?|lines?|trades?|work items)\\b|\\btotal (?:items|lines|direct|net)\\b|\\bnet (?:total|sum|amount)\\b|\\btotal,? (?:before|excl\\w*\\.?|ex\\.?|without|less|net of) ?(?:of )?(?:sales )?(?:tax|vat|gst|fee|overhead)|^net\\b(?: (?:sum|price|amount|total))?$|\\btogether$|\\bzwischensumme\\b|\\bnettosumme\\b|\\bsum of the (?:schedule|breakdown)\\b|^sum$");
  private static final Pattern TOTAL_WORDS =
      Pattern.compile(
          "^(?:the |our |your )?(?:grand |project |contract |bid |base |proposal |estimate |quotation |quote |overall |final |gross |complete |full |job )*(?:total|lump[- ]sum)\\b.*|.*\\btotal\\b.{0,60}\\b(?:bid|price|amount|cost|sum|contract|proposal|quote|quotation|base|project|work)\\b.*|.*\\b(?:bid|tender|offer|price|amount|cost|sum|contract|proposal|quote|quotation|base|project)\\b.{0,30}\\btotal\\b.*"
              + "|^(?:total )?base (?:bid|price|proposal)\\b.*|^(?:our |the |total )?(?:contract|stipulated|bid|tender|offer|proposal|quoted|guaranteed maximum|complete|firm|fixed) (?:sum|price|amount)\\b.*|^(?:our|the|this) (?:price|bid|quote|offer|tender|proposal)\\b.{0,40}|^gross\\b.{0,25}|^(?:all|everything) (?:of the above )?together\\b.*|^amount of (?:this )?(?:bid|tender|offer|proposal|quotation).*|^(?:payable|sum (?:of|due)|invoice) .{0,25}|^(?:gesamt(?:summe|betrag|preis)?|endsumme|bruttosumme|montant total|totale?)\\b.*|^amount (?:of (?:this )?bid|due)\\b.*|^price (?:complete|in full|for all work).*|^all[- ]in(?: price)?\\b.*");
  private static final Pattern ALTERNATIVE =
      Pattern.compile("\\b(?:alternates?|alternatives?|options?|optional|alt\\.?)\\b");
  private static final Pattern OF_ONE_PART =
      Pattern.compile(
          "^(?:sub-? ?)?totals?(?: for| of|,|:| -| –| —)?\\s+(?!(?:of )?(?:all |the )?sections\\b)(?:div(?:ision|\\.)?\\s*\\d+|section|part|phase|trade|allowances?|(?:site|civil|mechanical|electrical|plumbing|finishes|demolition|concrete|labou?r|materials?|equipment|structural|exterior|interior|general conditions)\\b).*|^(?:div(?:ision|\\.)?\\s*\\d+|section|part|phase)\\b.{0,40}\\btotal\\b.*");

  static LineLabel of(String description) {
    String text =
        description
            .toLowerCase(Locale.ROOT)
            .replaceAll("^\\W*(?:\\d{1,2}[.)]\\s+|[a-z][.)]\\s+)?", "")
            .strip();
    if (CARRIED_WORDS.matcher(text).find()) return CARRIED;
    boolean total = TOTAL_WORDS.matcher(text).matches();
    if (text.matches("(?:all|everything) together\\b.*")) return TOTAL;
    boolean sub = SUBTOTAL_WORDS.matcher(text).find() || OF_ONE_PART.matcher(text).matches();
    if ((total || sub)
        && ALTERNATIVE
            .matcher(
                text.replaceAll(
                    "\\bwithout (?:any )?(?:alternates?|options?)\\b|\\bex(?:cl\\w*|cluding)\\.? (?:alternates?|options?)\\b|\\bbefore (?:alternates?|options?)\\b",
                    ""))
            .find()) return OTHER_TOTAL;
    if (sub) return SUBTOTAL;
    if (total) return TOTAL;
    return TAX_WORDS.matcher(text).matches() ? TAX : ITEM;
  }
}

package dev.countersign.packet.bid.extract;

import dev.countersign.packet.bid.Citation;
import dev.countersign.packet.bid.Clause;
import dev.countersign.source.FindInstructions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sorts the sentences of a bid that matter beside its prices.
final class ClauseReader {
  private static final float SMALL = 0.82f;

  private static final Pattern ESCALATION =
      Pattern.compile(
          "\\bescalat\\w+|\\b(?:price|prices|cost|costs|pricing|rates?|quote|proposal|bid|sum)\\b.{0,60}\\b(?:subject to (?:change|increase|adjust\\w*|review|revision|market|escalation|re-?quot\\w+)|(?:may|will|shall|can) be (?:adjusted|increased|revised|re-?priced|updated|raised|passed)|(?:may|will) (?:increase|rise|change|go up))\\b|\\bsubject to (?:price )?(?:increase|adjustment|market (?:conditions|price|change)|(?:material|steel|lumber|copper|fuel|mill|supplier|manufacturer)\\b.{0,20}\\b(?:increase|price|pricing|change))|\\b(?:increases?|rise|rises|changes?)\\b.{0,40}\\b(?:material|steel|lumber|copper|asphalt|fuel|supplier|manufacturer|cost|costs|price|prices|tariffs?)\\b.{0,60}\\b(?:passed|added|billed|owner|extra|charged|adjust\\w*)|\\btariffs?\\b|\\bsurcharges?\\b|\\bfuel (?:charge|surcharge)\\b|\\bprice (?:adjustment|increase|index)\\b|\\bpassed (?:on|through|along) (?:to the owner )?at (?:cost|actual)\\b|\\breserves? the right to (?:adjust|increase|revise|re-?price|requote|change) (?:our |the |its |any )?(?:price|prices|pricing|bid|quote|proposal)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern DISCOUNT =
      Pattern.compile(
          "\\bdiscount(?:s|ed)?\\b|\\brebate\\b|\\b\\d+(?:\\.\\d+)? ?% (?:off|reduction)\\b|\\b(?:deduct|reduce|reduction|less|save|credit)\\b.{0,60}\\bif\\b.{0,60}\\b(?:award\\w*|sign\\w*|paid|accept\\w*|pay\\w*|both|combined|order\\w*)\\b|\\bif\\b.{0,60}\\b(?:award\\w*|sign\\w*|paid|accept\\w*|combined)\\b.{0,80}\\b(?:deduct|reduce|reduction|credit|less|save|discount)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TAX =
      Pattern.compile(
          "\\b(?:sales|use|excise|gross receipts|value[- ]added|applicable|all|state|local|any|plus) (?:and \\w+ )?tax(?:es)?\\b|\\bvat\\b|\\bgst\\b|\\bhst\\b|\\btax(?:es)? (?:is|are|not|excluded|included|extra|exempt|will|on)\\b|\\b(?:plus|excluding|before|without|includes?|including|exclusive of|inclusive of|net of) (?:\\w+ )?tax(?:es)?\\b|^tax(?:es)?\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EXCLUDES =
      Pattern.compile(
          "\\bexclud\\w+|\\bexclusions?\\b|\\bnot (?:been )?(?:included|include|priced|figured|carried|covered|part of|in (?:our|the|this) (?:price|bid|scope|contract|number))\\b|\\b(?:does|do|did) not (?:include|cover|carry|price)\\b|\\bhave not (?:included|figured|carried|priced|allowed)\\b|\\bby (?:others|(?:the )?owner(?:['’]s)?(?: \\w+)?|(?:the )?tenant|(?:the )?landlord|general contractor|other trades)\\b|\\b(?:is|are|will be|shall be) (?:an )?(?:extra|additional|billed (?:separately|extra|at|as)|charged (?:separately|extra)|at (?:the )?owner['’]s (?:cost|expense))\\b|\\bextra to (?:this|the|our)\\b|\\bno (?:allowance|provision) (?:is|has been|was) (?:made|included|carried)\\b|\\bat (?:additional|extra) (?:cost|charge)\\b|\\bat (?:the )?owner['’]s (?:cost|expense|risk)\\b|\\bn\\.?i\\.?c\\.?(?=\\W|$)|\\bwe do not\\b|\\b(?:is|are) an? extra\\b|^not (?:part of|in|included)\\b|\\bnot our (?:scope|work|responsibility)\\b|\\bbeyond (?:our|this) (?:scope|price)\\b|\\bremains? (?:with|by|the responsibility of) (?:the )?(?:owner|others)\\b|\\bnothing (?:is )?(?:included|carried) for\\b|\\bless (?:the )?(?:cost of|work)\\b|\\bassumes? (?:that )?.{0,60}\\bby (?:others|(?:the )?owner)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern STRONG =
      Pattern.compile(
          "\\b(?:exclud\\w+|not|extra|no|n\\.?i\\.?c)\\b|\\bby others\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EMPTY =
      Pattern.compile("(?i)\\W*(?:none|n/?a|no exclusions|nil)\\W*");

  private final String source;
  private final String document;

  ClauseReader(String source, String document) {
    this.source = source;
    this.document = document;
  }

  List<Clause> clauses(List<Passage> passages, List<PriceLine> lines) {
    float body = body(passages);
    List<Clause> clauses = new ArrayList<>();
    for (Passage p : passages) {
      if (p.text().length() < 3 || p.quote().length() < 4 || EMPTY.matcher(p.text()).matches())
        continue;
      boolean small = p.fontSize() > 0 && p.fontSize() < SMALL * body;
      Clause.Kind kind = kind(p, small);
      if (kind != null)
        clauses.add(
            new Clause(kind, p.text(), small, new Citation(source, document, p.page(), p.quote())));
    }
    for (PriceLine line : lines) {
      if (line.section() == Section.ATTACHMENT) continue;
      String said = line.description();
      if (line.notPriced())
        clauses.add(clause(Clause.Kind.EXCLUSION, said + ": " + line.word().substring(5), line));
      else if (DISCOUNT.matcher(said).find()) clauses.add(clause(Clause.Kind.DISCOUNT, said, line));
    }
    return clauses;
  }

  private static Clause clause(Clause.Kind kind, String text, PriceLine line) {
    return new Clause(kind, text, false, line.citation());
  }

  /// The size that most of the text is set in.
  private static float body(List<Passage> passages) {
    List<Passage> sorted =
        passages.stream().sorted(Comparator.comparingDouble(Passage::fontSize)).toList();
    long all = sorted.stream().mapToLong(p -> p.text().length()).sum();
    long seen = 0;
    for (Passage p : sorted) {
      seen += p.text().length();
      if (seen * 2 >= all) return p.fontSize();
    }
    return 0;
  }

  private static Clause.@Nullable Kind kind(Passage p, boolean small) {
    String text = p.text();
    boolean bond =
        TermsWords.BOND.matcher(text).find()
            || (p.label() != null && TermsWords.BOND.matcher(p.label()).find());
    if (FindInstructions.tells(text) || (p.fontSize() > 0 && p.fontSize() < 2.2f))
      return Clause.Kind.INSTRUCTS_READER;
    boolean heading =
        !text.endsWith(".") && text.split("\\s+").length <= 5 && Section.openedBy(text) != null;
    if (heading || (p.section() == Section.ATTACHMENT && !small)) return null;
    if (DISCOUNT.matcher(text).find()) return Clause.Kind.DISCOUNT;
    boolean excludes = EXCLUDES.matcher(text).find();
    if (TAX.matcher(text).find() && !bond) return Clause.Kind.TAX;
    if (ESCALATION.matcher(text).find()) return Clause.Kind.ESCALATION;
    if (p.section() == Section.EXCLUSIONS
        || (p.label() != null && Section.openedBy(p.label()) == Section.EXCLUSIONS))
      return excludedHere(p) ? Clause.Kind.EXCLUSION : null;
    boolean clarification = p.section() == Section.CLARIFICATIONS && !STRONG.matcher(text).find();
    if (excludes && !clarification && !bond) return Clause.Kind.EXCLUSION;
    if (p.section() == Section.CLARIFICATIONS
        || (p.label() != null && Section.openedBy(p.label()) == Section.CLARIFICATIONS))
      return Clause.Kind.CLARIFICATION;
    return small ? Clause.Kind.OTHER : null;
  }

  private static boolean excludedHere(Passage p) {
    return !p.text()
        .matches(
            "(?i)(?:we exclude|the following|excluded|not included|.*\\bpage \\d+)\\b[^.]{0,40}:?");
  }
}
